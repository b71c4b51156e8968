package dev.touchstone.conformance.explain.shrink;

import dev.touchstone.conformance.explain.shrink.Tree.AtomType;
import dev.touchstone.conformance.explain.shrink.Tree.Leaf;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.value.Str;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Smaller atoms of the same type. */
final class Simpler {
  /** Longer strings are halved, shorter ones lose single characters. */
  private static final int SHORT = 12;

  /** Only small integers are counted down. */
  private static final int FEW_BITS = 5;

  private Simpler() {}

  static List<Tree> of(Tree part) {
    return part instanceof Leaf(String text, AtomType type)
        ? switch (type) {
          case INTEGER -> text.matches("-?[0-9]+") ? integers(new BigInteger(text)) : List.of();
          case STRING ->
              DatumReader.readDatum(text) instanceof Str s ? strings(s.text()) : List.of();
          case CHARACTER -> List.of(new Leaf("#\\a", AtomType.CHARACTER));
          case SYMBOL, OTHER -> List.of();
        }
        : List.of();
  }

  private static List<Tree> integers(BigInteger number) {
    List<Tree> tries = new ArrayList<>();
    for (int small : new int[] {0, 1, 2, -1}) {
      tries.add(number(BigInteger.valueOf(small)));
    }
    tries.add(number(number.negate()));
    tries.add(number(BigInteger.ONE.shiftLeft(number.bitLength())));
    for (int shift = number.bitLength() / 2; shift > 0; shift /= 2) {
      tries.add(number(number.shiftRight(shift)));
    }
    if (number.bitLength() <= FEW_BITS) {
      tries.add(number(number.subtract(BigInteger.valueOf(number.signum()))));
    }
    return tries;
  }

  private static Tree number(BigInteger number) {
    return new Leaf(number.toString(), AtomType.INTEGER);
  }

  private static List<Tree> strings(String text) {
    int[] points = text.codePoints().toArray();
    List<Tree> tries = new ArrayList<>();
    tries.add(string(""));
    tries.add(string(new String(points, 0, points.length / 2)));
    tries.add(string(new String(points, points.length / 2, points.length - points.length / 2)));
    for (int i = 0; points.length <= SHORT && i < points.length; i++) {
      tries.add(
          string(new String(points, 0, i) + new String(points, i + 1, points.length - i - 1)));
    }
    tries.add(string("a".repeat(points.length)));
    return tries;
  }

  private static Tree string(String text) {
    return TreeText.leaf(Str.literal(text));
  }
}
