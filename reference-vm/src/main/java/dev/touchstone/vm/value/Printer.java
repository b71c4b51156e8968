package dev.touchstone.vm.value;

/**
 * The written forms of values (R7RS 6.13.3). Iterative: a value of any depth or length can be
 * written.
 */
public final class Printer {
  private Printer() {}

  /** As {@code write}: strings and characters as literals, datum labels for cycles only. */
  public static String write(Value value) {
    throw new UnsupportedOperationException();
  }

  /** As {@code display}: strings and characters as themselves, datum labels for cycles only. */
  public static String display(Value value) {
    throw new UnsupportedOperationException();
  }
}
