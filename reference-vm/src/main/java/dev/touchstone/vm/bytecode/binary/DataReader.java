package dev.touchstone.vm.bytecode.binary;

import dev.touchstone.vm.value.Bignum;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Bytevector;
import dev.touchstone.vm.value.Char;
import dev.touchstone.vm.value.Complex;
import dev.touchstone.vm.value.Complexes;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Flonum;
import dev.touchstone.vm.value.Num;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Ratio;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;
import dev.touchstone.vm.value.Vector;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reads the data of a unit's constants: first makes every object, pairs and vectors with blank
 * parts, and then goes through the parts, which may be any of the objects.
 */
final class DataReader {
  private final Input in;
  private final Value[] values;

  /** The numbers of all parts, in the order of the file. */
  private int[] parts = new int[16];

  private int partCount;

  private DataReader(Input in, int count) {
    this.in = in;
    this.values = new Value[count];
  }

  static Value[] read(Input in) {
    DataReader reader = new DataReader(in, in.count("data", 1));
    for (int i = 0; i < reader.values.length; i++) {
      reader.values[i] = reader.entry();
    }
    reader.fill();
    return reader.values;
  }

  private Value entry() {
    int start = in.offset();
    int tag = in.octet("the tag of a datum");
    return switch (tag) {
      case Format.UNSPECIFIED -> Unspecified.INSTANCE;
      case Format.FALSE -> Bool.FALSE;
      case Format.TRUE -> Bool.TRUE;
      case Format.EMPTY_LIST -> EmptyList.INSTANCE;
      case Format.INTEGER -> Bignum.of(in.integer(Format.MOST_INTEGER));
      case Format.RATIO -> ratio(start);
      case Format.FLONUM -> flonum();
      case Format.COMPLEX -> complex(start);
      case Format.CHARACTER -> character(start);
      case Format.STRING -> Str.literal(in.text("a string"));
      case Format.SYMBOL -> Symbol.of(in.text("a symbol"));
      case Format.PAIR -> {
        part();
        part();
        yield Pair.literal(Unspecified.INSTANCE, Unspecified.INSTANCE);
      }
      case Format.VECTOR -> vector();
      case Format.BYTEVECTOR ->
          Bytevector.literal(in.octets(in.number("the length of a bytevector"), "a bytevector"));
      default -> throw in.broken(start, "no datum has the tag " + tag);
    };
  }

  private Num ratio(int start) {
    BigInteger numerator = in.integer(Format.MOST_RATIO);
    BigInteger denominator = in.integer(Format.MOST_RATIO);
    boolean lowest =
        denominator.compareTo(BigInteger.TWO) >= 0
            && numerator.gcd(denominator).equals(BigInteger.ONE);
    if (!lowest) {
      throw in.broken(start, "a ratio is in lowest terms, its denominator 2 at least");
    }
    return Ratio.of(numerator, denominator);
  }

  private Num complex(int start) {
    Num real = realPart();
    Num imaginary = realPart();
    if (real.isExact() != imaginary.isExact()
        || !(Complexes.rectangular(real, imaginary) instanceof Complex z)) {
      throw in.broken(start, "the parts of a complex number are of one exactness, the second no 0");
    }
    return z;
  }

  private Num realPart() {
    int start = in.offset();
    return switch (in.octet("the tag of a part")) {
      case Format.INTEGER -> Bignum.of(in.integer(Format.MOST_INTEGER));
      case Format.RATIO -> ratio(start);
      case Format.FLONUM -> flonum();
      default -> throw in.broken(start, "a part of a complex number is a real number");
    };
  }

  private Flonum flonum() {
    return Flonum.of(ByteBuffer.wrap(in.octets(8, "a flonum")).getDouble());
  }

  private Char character(int start) {
    int point = in.number("a character");
    if (!Character.isValidCodePoint(point)
        || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
      throw in.broken(start, "no character has the number " + point);
    }
    return Char.of(point);
  }

  private Vector vector() {
    Value[] blank = new Value[in.count("elements", 1)];
    for (int i = 0; i < blank.length; i++) {
      part();
      blank[i] = Unspecified.INSTANCE;
    }
    return Vector.literal(blank);
  }

  private void part() {
    if (partCount == parts.length) {
      parts = Arrays.copyOf(parts, partCount * 2);
    }
    parts[partCount++] = in.index(values.length, "the number of a part");
  }

  private void fill() {
    int next = 0;
    for (Value value : values) {
      switch (value) {
        case Pair pair -> {
          pair.setCar(values[parts[next++]]);
          pair.setCdr(values[parts[next++]]);
        }
        case Vector vector -> {
          for (int i = 0; i < vector.length(); i++) {
            vector.set(i, values[parts[next++]]);
          }
        }
        default -> {}
      }
    }
  }
}
