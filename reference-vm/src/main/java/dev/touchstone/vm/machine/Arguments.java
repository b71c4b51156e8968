package dev.touchstone.vm.machine;

import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Bytevector;
import dev.touchstone.vm.value.Char;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Numbers;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Procedure;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import dev.touchstone.vm.value.Vector;

/**
 * Checks of arguments. Each takes the procedure's name and the argument's position from 1, and
 * returns the argument as what it should be, or raises an error that names both.
 */
public final class Arguments {
  /** The most elements of a string or vector that a procedure makes. */
  public static final int MAX_LENGTH = 1 << 26;

  private static final int MAX_OCTET = 255;

  private Arguments() {}

  /** The argument, which must be a pair. */
  public static Pair pair(String procedure, int position, Value value) {
    if (value instanceof Pair pair) {
      return pair;
    }
    throw wrongType(procedure, position, "a pair", value);
  }

  /** The argument, which must be a string. */
  public static Str string(String procedure, int position, Value value) {
    if (value instanceof Str string) {
      return string;
    }
    throw wrongType(procedure, position, "a string", value);
  }

  /** The argument, which must be a vector. */
  public static Vector vector(String procedure, int position, Value value) {
    if (value instanceof Vector vector) {
      return vector;
    }
    throw wrongType(procedure, position, "a vector", value);
  }

  /** The argument, which must be a bytevector. */
  public static Bytevector bytevector(String procedure, int position, Value value) {
    if (value instanceof Bytevector bytes) {
      return bytes;
    }
    throw wrongType(procedure, position, "a bytevector", value);
  }

  /** The argument, which must be an exact integer from 0 to 255. */
  public static int octet(String procedure, int position, Value value) {
    return integer(procedure, position, value, 0, MAX_OCTET);
  }

  /** The argument, which must be a procedure. */
  public static Procedure procedure(String procedure, int position, Value value) {
    if (value instanceof Procedure given) {
      return given;
    }
    throw wrongType(procedure, position, "a procedure", value);
  }

  /** The argument, which must be a boolean. */
  public static Bool bool(String procedure, int position, Value value) {
    if (value instanceof Bool bool) {
      return bool;
    }
    throw wrongType(procedure, position, "a boolean", value);
  }

  /** The argument, which must be a symbol. */
  public static Symbol symbol(String procedure, int position, Value value) {
    if (value instanceof Symbol symbol) {
      return symbol;
    }
    throw wrongType(procedure, position, "a symbol", value);
  }

  /** The code point of the argument, which must be a character. */
  public static int character(String procedure, int position, Value value) {
    if (value instanceof Char character) {
      return character.codePoint();
    }
    throw wrongType(procedure, position, "a character", value);
  }

  /** An integer from {@code least} to {@code most}. */
  public static int integer(String procedure, int position, Value value, int least, int most) {
    if (!Numbers.isExactInteger(value)) {
      throw wrongType(procedure, position, "an exact integer", value);
    }
    if (value instanceof Fixnum number && number.value() >= least && number.value() <= most) {
      return (int) number.value();
    }
    throw SchemeError.of(
        ErrorClass.RANGE,
        procedure + ": argument " + position + " is not from " + least + " to " + most,
        value);
  }

  /** An index of something of that length. */
  public static int index(String procedure, int position, Value value, int length) {
    if (length == 0 && Numbers.isExactInteger(value)) {
      throw SchemeError.of(
          ErrorClass.RANGE,
          procedure + ": argument " + position + " is an index into something empty",
          value);
    }
    return integer(procedure, position, value, 0, length - 1);
  }

  /** How long something new is to be. */
  public static int newLength(String procedure, int position, Value value) {
    if (Numbers.isExactInteger(value)
        && Numbers.compare(procedure, value, Fixnum.of(MAX_LENGTH)) > 0) {
      throw tooLong(procedure);
    }
    return integer(procedure, position, value, 0, MAX_LENGTH);
  }

  /**
   * How many elements are wanted at most, if there are so many. What is more than a result can have
   * is one more than that, for {@link #checkLength} to refuse.
   */
  public static int most(String procedure, int position, Value value) {
    boolean endless =
        Numbers.isExactInteger(value)
            && Numbers.compare(procedure, value, Fixnum.of(MAX_LENGTH)) > 0;
    return endless ? MAX_LENGTH + 1 : integer(procedure, position, value, 0, MAX_LENGTH);
  }

  /** Refuses a result that would be too long. */
  public static int checkLength(String procedure, long length) {
    if (length > MAX_LENGTH) {
      throw tooLong(procedure);
    }
    return (int) length;
  }

  /** Refuses to copy more elements than there is room for. */
  public static void checkFits(String procedure, int count, int room) {
    if (count > room) {
      throw SchemeError.of(
          ErrorClass.RANGE,
          procedure + ": what is copied is longer than the room in argument 1",
          Fixnum.of(count),
          Fixnum.of(room));
    }
  }

  /** The argument, which the procedure is about to change. */
  public static Pair mutablePair(String procedure, int position, Value value) {
    Pair pair = pair(procedure, position, value);
    checkMutable(procedure, position, pair.isLiteral(), pair);
    return pair;
  }

  /** The argument, which the procedure is about to change. */
  public static Str mutableString(String procedure, int position, Value value) {
    Str string = string(procedure, position, value);
    checkMutable(procedure, position, string.isLiteral(), string);
    return string;
  }

  /** The argument, which the procedure is about to change. */
  public static Vector mutableVector(String procedure, int position, Value value) {
    Vector vector = vector(procedure, position, value);
    checkMutable(procedure, position, vector.isLiteral(), vector);
    return vector;
  }

  /** The argument, which the procedure is about to change. */
  public static Bytevector mutableBytevector(String procedure, int position, Value value) {
    Bytevector bytes = bytevector(procedure, position, value);
    checkMutable(procedure, position, bytes.isLiteral(), bytes);
    return bytes;
  }

  private static void checkMutable(String procedure, int position, boolean literal, Value value) {
    if (literal) {
      throw wrongType(procedure, position, "mutable, but a literal constant", value);
    }
  }

  /** An argument is not what it should be: an error of class {@code type}. */
  public static SchemeError wrongType(String procedure, int position, String wanted, Value value) {
    return SchemeError.of(
        ErrorClass.TYPE, procedure + ": argument " + position + " is not " + wanted, value);
  }

  private static SchemeError tooLong(String procedure) {
    return SchemeError.of(
        ErrorClass.LIMIT,
        procedure + ": the result would have more elements than",
        Fixnum.of(MAX_LENGTH));
  }
}
