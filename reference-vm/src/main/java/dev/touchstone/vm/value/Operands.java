package dev.touchstone.vm.value;

import dev.touchstone.vm.source.ErrorClass;

/**
 * The arguments of numeric procedures, checked: each method returns the argument if it is a number
 * of that class, and otherwise raises an error of class {@code type} that names the procedure and
 * the argument's place in the call, from 1.
 */
public final class Operands {
  private Operands() {}

  /** A number. */
  public static Num number(String procedure, int position, Value value) {
    if (value instanceof Num number) {
      return number;
    }
    throw wrong(procedure, position, "a number", value);
  }

  /** A real number: no {@link Complex}. */
  public static Num real(String procedure, int position, Value value) {
    if (value instanceof Num number && !(value instanceof Complex)) {
      return number;
    }
    throw wrong(procedure, position, "a real number", value);
  }

  /** A real number that is neither infinite nor a NaN. */
  public static Num rational(String procedure, int position, Value value) {
    if (NumberClasses.isRational(value)) {
      return (Num) value;
    }
    throw wrong(procedure, position, "a rational number", value);
  }

  /** An integer, exact or not. */
  public static Num integer(String procedure, int position, Value value) {
    if (NumberClasses.isInteger(value)) {
      return (Num) value;
    }
    throw wrong(procedure, position, "an integer", value);
  }

  /** An exact integer. */
  public static Num exactInteger(String procedure, int position, Value value) {
    if (Numbers.isExactInteger(value)) {
      return (Num) value;
    }
    throw wrong(procedure, position, "an exact integer", value);
  }

  private static SchemeError wrong(String procedure, int position, String wanted, Value value) {
    String what = value instanceof Num ? wanted : "a number";
    return SchemeError.of(
        ErrorClass.TYPE, procedure + ": argument " + position + " is not " + what, value);
  }
}
