package dev.touchstone.vm.value;

/** {@code #t} and {@code #f}. */
public final class Bool extends Value {
  /** {@code #t}. */
  public static final Bool TRUE = new Bool();

  /** {@code #f}. */
  public static final Bool FALSE = new Bool();

  private Bool() {}

  /** {@code #t} or {@code #f}. */
  public static Bool of(boolean value) {
    return value ? TRUE : FALSE;
  }
}
