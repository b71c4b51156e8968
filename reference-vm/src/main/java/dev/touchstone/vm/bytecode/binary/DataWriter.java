package dev.touchstone.vm.bytecode.binary;

import dev.touchstone.vm.value.Bignum;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Bytevector;
import dev.touchstone.vm.value.Char;
import dev.touchstone.vm.value.Complex;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Flonum;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Ratio;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;
import dev.touchstone.vm.value.Vector;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Writes the data of a unit's constants. Each object gets a number when it is first come to, and is
 * written once; pairs and vectors name their parts by number. So what is shared, or contains
 * itself, stays so.
 */
final class DataWriter {
  private final IdentityHashMap<Value, Integer> numbers = new IdentityHashMap<>();
  private final List<Value> values = new ArrayList<>();

  /** The number of a datum. */
  int number(Value value) {
    Integer known = numbers.get(value);
    if (known == null) {
      known = values.size();
      values.add(value);
      numbers.put(value, known);
    }
    return known;
  }

  /** All data that have a number, and their parts. */
  void write(Output out) {
    Output entries = new Output();
    for (int i = 0; i < values.size(); i++) {
      entry(values.get(i), entries);
    }
    out.number(values.size());
    out.octets(entries.toBytes());
  }

  private void entry(Value value, Output out) {
    switch (value) {
      case Unspecified _ -> out.octet(Format.UNSPECIFIED);
      case Bool bool -> out.octet(bool == Bool.FALSE ? Format.FALSE : Format.TRUE);
      case EmptyList _ -> out.octet(Format.EMPTY_LIST);
      case Fixnum number -> integer(BigInteger.valueOf(number.value()), out);
      case Bignum number -> integer(number.value(), out);
      case Ratio ratio -> {
        out.octet(Format.RATIO);
        out.integer(ratio.numerator(), Format.MOST_RATIO);
        out.integer(ratio.denominator(), Format.MOST_RATIO);
      }
      case Flonum number -> {
        out.octet(Format.FLONUM);
        out.octets(ByteBuffer.allocate(Double.BYTES).putDouble(number.value()).array());
      }
      case Complex z -> {
        out.octet(Format.COMPLEX);
        entry(z.real(), out);
        entry(z.imaginary(), out);
      }
      case Char character -> {
        out.octet(Format.CHARACTER);
        out.number(character.codePoint());
      }
      case Str string -> {
        out.octet(Format.STRING);
        out.text(string.text());
      }
      case Symbol symbol -> {
        out.octet(Format.SYMBOL);
        out.text(symbol.name());
      }
      case Pair pair -> {
        out.octet(Format.PAIR);
        out.number(number(pair.car()));
        out.number(number(pair.cdr()));
      }
      case Vector vector -> {
        out.octet(Format.VECTOR);
        out.number(vector.length());
        for (int i = 0; i < vector.length(); i++) {
          out.number(number(vector.get(i)));
        }
      }
      case Bytevector octets -> {
        out.octet(Format.BYTEVECTOR);
        out.number(octets.length());
        for (int i = 0; i < octets.length(); i++) {
          out.octet(octets.get(i));
        }
      }
      default -> throw new IllegalArgumentException("a constant is a datum");
    }
  }

  private static void integer(BigInteger value, Output out) {
    out.octet(Format.INTEGER);
    out.integer(value, Format.MOST_INTEGER);
  }
}
