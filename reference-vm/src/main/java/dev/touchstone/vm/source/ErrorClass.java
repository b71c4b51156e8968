package dev.touchstone.vm.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The portable classes of errors. Implementations word their messages as they like; a case compares
 * the class alone.
 */
public enum ErrorClass {
  /** The text is no program: a malformed form, or a datum where none may stand. */
  SYNTAX,
  /** A variable that has no binding. */
  UNBOUND,
  /** A variable that was referred to before its initialiser had run. */
  UNINITIALIZED,
  /** Something that is no procedure was called. */
  NOT_PROCEDURE,
  /**
   * A procedure was given the wrong number of arguments, or a continuation the wrong number of
   * values.
   */
  ARITY,
  /** An argument of the wrong type. */
  TYPE,
  /** An argument of the right type outside the values that are allowed. */
  RANGE,
  /** Exact division by zero. */
  DIVIDE_BY_ZERO,
  /** An integer result that the implementation cannot represent. */
  OVERFLOW,
  /** The program called {@code error}. */
  USER,
  /** The program raised an object that is no error object. */
  RAISED,
  /** A file could not be opened, read or written. */
  FILE,
  /** {@code read} met text that is no datum. */
  READ,
  /** A library could not be found or imported. */
  IMPORT,
  /** The implementation's own limit on the size of programs was exceeded. */
  LIMIT;

  /** The name used in cases and reports: {@code divide-by-zero}, {@code not-procedure}, ... */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The class of that name, if there is one. */
  public static Optional<ErrorClass> of(String id) {
    return Arrays.stream(values()).filter(c -> c.id().equals(id)).findFirst();
  }
}
