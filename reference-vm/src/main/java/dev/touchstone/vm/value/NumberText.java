package dev.touchstone.vm.value;

/** What a text is when it is read as a number (R7RS 7.1.1, {@code <num R>}). */
public sealed interface NumberText {
  /** A number. */
  record Parsed(Num value) implements NumberText {}

  /**
   * Written as a number, but of no value that exists here.
   *
   * @param reason a clause that completes "The number X ..."
   */
  record Refused(String reason) implements NumberText {}

  /** No number: an identifier, or no datum at all. */
  record NotANumber() implements NumberText {}

  /**
   * Reads the whole text as a number, with prefixes such as {@code #x} and {@code #e} in either
   * order.
   *
   * @param radix the radix where no prefix states one, 2 to 16; exponents belong to radix 10 alone,
   *     points to it and to this radix
   */
  static NumberText parse(String text, int radix) {
    return new NumberParser(text, radix).parse();
  }
}
