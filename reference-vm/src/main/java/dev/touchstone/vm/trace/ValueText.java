package dev.touchstone.vm.trace;

import dev.touchstone.vm.value.Bignum;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Box;
import dev.touchstone.vm.value.Bytevector;
import dev.touchstone.vm.value.Char;
import dev.touchstone.vm.value.Condition;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Eof;
import dev.touchstone.vm.value.Num;
import dev.touchstone.vm.value.Opaque;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Port;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Procedure;
import dev.touchstone.vm.value.Promise;
import dev.touchstone.vm.value.RecordInstance;
import dev.touchstone.vm.value.RecordType;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;
import dev.touchstone.vm.value.Vector;

/**
 * A value in an event: as {@code write} shows it, if that is short; else its kind (TRACE-5). The
 * time it takes is bounded, whatever the value.
 */
public final class ValueText {
  /** The most characters of a written form that is shown. */
  public static final int MOST = 60;

  private static final int MOST_BITS = 4 * MOST;

  private final StringBuilder out = new StringBuilder();

  private ValueText() {}

  /** The text of a value. */
  public static String of(Value value) {
    ValueText text = new ValueText();
    return text.write(value) ? text.out.toString() : "#<" + kind(value) + ">";
  }

  /** What a value is called that is not shown. */
  static String kind(Value value) {
    return switch (value) {
      case Num _ -> "number";
      case Bool _ -> "boolean";
      case Symbol _ -> "symbol";
      case Char _ -> "character";
      case Str _ -> "string";
      case Pair _ -> "pair";
      case EmptyList _ -> "empty-list";
      case Vector _ -> "vector";
      case Bytevector _ -> "bytevector";
      case Unspecified _ -> "unspecified";
      case Eof _ -> "eof";
      case Condition condition -> "error " + condition.errorClass().id();
      case Box _ -> "box";
      case Promise _ -> "promise";
      case RecordType _ -> "record-type";
      case RecordInstance _ -> "record";
      case Port _ -> "port";
      case Opaque object -> object.kind();
      case Procedure _ -> "procedure";
    };
  }

  /** Writes a value; false as soon as the text is too long. What is nested costs a character. */
  private boolean write(Value value) {
    if (out.length() > MOST) {
      return false;
    }
    return switch (value) {
      case Pair pair -> list(pair);
      case Vector vector -> vector(vector);
      case Bignum number when number.value().bitLength() > MOST_BITS -> false;
      case Str string when string.length() > MOST -> false;
      case Bytevector bytes when bytes.length() > MOST -> false;
      case Num _, Bool _, Symbol _, Char _, Str _, EmptyList _, Bytevector _ ->
          leaf(Printer.write(value));
      default -> leaf("#<" + kind(value) + ">");
    };
  }

  private boolean leaf(String text) {
    out.append(text);
    return out.length() <= MOST;
  }

  private boolean list(Pair list) {
    out.append('(');
    if (!write(list.car())) {
      return false;
    }
    Value rest = list.cdr();
    while (rest instanceof Pair pair) {
      out.append(' ');
      if (!write(pair.car())) {
        return false;
      }
      rest = pair.cdr();
    }
    if (rest != EmptyList.INSTANCE) {
      out.append(" . ");
      if (!write(rest)) {
        return false;
      }
    }
    return leaf(")");
  }

  private boolean vector(Vector vector) {
    out.append("#(");
    for (int i = 0; i < vector.length(); i++) {
      out.append(i == 0 ? "" : " ");
      if (!write(vector.get(i))) {
        return false;
      }
    }
    return leaf(")");
  }
}
