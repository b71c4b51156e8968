package dev.touchstone.vm.reader;

import dev.touchstone.vm.value.Bignum;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Bytevector;
import dev.touchstone.vm.value.Char;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Flonum;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Ratio;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import dev.touchstone.vm.value.Vector;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes random data of every kind that has a written form, and random texts of tokens. */
final class RandomData {
  private static final String NAME_CHARACTERS = "ab+-.@1eixEλ |\\\"\n;#(é";

  private static final List<String> PIECES =
      List.of(
          "(",
          ")",
          "(",
          ")",
          "(",
          ")",
          " ",
          " ",
          " ",
          "\n",
          "\t",
          "'",
          "`",
          ",",
          ",@",
          ".",
          " . ",
          "#(",
          "#u8(",
          "\"",
          "\\",
          "|",
          "#|",
          "|#",
          "#;",
          ";",
          "#\\",
          "#\\a",
          "#\\space",
          "#t",
          "#false",
          "#",
          "#x",
          "#e",
          "#0=",
          "#0#",
          "#1=",
          "#1#",
          "a",
          "b",
          "foo",
          "1",
          "255",
          "-",
          "+",
          "i",
          "e",
          "1/2",
          "inf.0",
          "@",
          "#!fold-case",
          "A",
          "x41;",
          "λ",
          "😀",
          "[",
          "}",
          "\uD800",
          "\u0000",
          "\r");

  private final Random random;

  RandomData(Random random) {
    this.random = random;
  }

  /** A tree of about so many parts. */
  Value tree(int size) {
    if (size <= 1) {
      return leaf();
    }
    return switch (random.nextInt(4)) {
      case 0 -> leaf();
      case 1 -> Vector.of(items(size).toArray(new Value[0]));
      default -> list(items(size));
    };
  }

  private List<Value> items(int size) {
    List<Value> items = new ArrayList<>();
    int left = size;
    while (left > 0) {
      int part = 1 + random.nextInt(left);
      items.add(tree(part - 1));
      left -= part;
    }
    return items;
  }

  private Value list(List<Value> items) {
    Value list = random.nextInt(4) == 0 ? leaf() : EmptyList.INSTANCE;
    for (Value item : items.reversed()) {
      list = Pair.of(item, list);
    }
    return list;
  }

  private Value leaf() {
    return switch (random.nextInt(11)) {
      case 0 -> Bool.of(random.nextBoolean());
      case 1 -> EmptyList.INSTANCE;
      case 2 -> Fixnum.of(random.nextLong() >> random.nextInt(64));
      case 3 -> Bignum.of(new BigInteger(120, random).negate());
      case 4 ->
          Ratio.of(
              BigInteger.valueOf(random.nextInt()), BigInteger.valueOf(random.nextInt(999) + 1L));
      case 5 -> Flonum.of(random.nextGaussian());
      case 6 -> Flonum.of(Double.longBitsToDouble(random.nextLong()));
      case 7 -> Char.of(codePoint());
      case 8 -> Str.of(random.ints(random.nextInt(6), 0, 1).map(_ -> codePoint()).toArray());
      case 9 -> bytes();
      default -> Symbol.of(name());
    };
  }

  private Value bytes() {
    byte[] octets = new byte[random.nextInt(4)];
    random.nextBytes(octets);
    return Bytevector.of(octets);
  }

  private int codePoint() {
    int limit = random.nextBoolean() ? 0x80 : Character.MAX_CODE_POINT + 1;
    int c = random.nextInt(limit);
    return Character.getType(c) == Character.SURROGATE ? '?' : c;
  }

  private String name() {
    StringBuilder name = new StringBuilder();
    for (int length = random.nextInt(5); length > 0; length--) {
      name.append(NAME_CHARACTERS.charAt(random.nextInt(NAME_CHARACTERS.length())));
    }
    return name.toString();
  }

  /** Pairs and vectors that refer to each other in any way. */
  List<Value> graph(int size) {
    return link(size, 1, List.of(leaf(), leaf(), leaf()));
  }

  /** The same with so few different leaves that many parts are equal. */
  List<Value> fewLeavesGraph(int size) {
    return link(size, 3, List.of(Fixnum.of(0)));
  }

  private List<Value> link(int size, int pairsPerVector, List<Value> leaves) {
    List<Value> nodes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      boolean pair = random.nextInt(1 + pairsPerVector) > 0;
      nodes.add(
          pair
              ? Pair.of(Bool.FALSE, Bool.FALSE)
              : Vector.filled(1 + random.nextInt(2), Bool.FALSE));
    }
    for (Value node : nodes) {
      if (node instanceof Pair pair) {
        pair.setCar(end(nodes, leaves));
        pair.setCdr(end(nodes, leaves));
      } else if (node instanceof Vector vector) {
        for (int i = 0; i < vector.length(); i++) {
          vector.set(i, end(nodes, leaves));
        }
      }
    }
    return nodes;
  }

  private Value end(List<Value> nodes, List<Value> leaves) {
    List<Value> from = random.nextInt(3) == 0 ? leaves : nodes;
    return from.get(random.nextInt(from.size()));
  }

  /** What a pair or a vector refers to; of other values, nothing. */
  static List<Value> parts(Value value) {
    return switch (value) {
      case Pair pair -> List.of(pair.car(), pair.cdr());
      case Vector vector -> {
        List<Value> parts = new ArrayList<>();
        for (int i = 0; i < vector.length(); i++) {
          parts.add(vector.get(i));
        }
        yield parts;
      }
      default -> List.of();
    };
  }

  /** A text of so many pieces of tokens. */
  String text(int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
