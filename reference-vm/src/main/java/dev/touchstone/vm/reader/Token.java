package dev.touchstone.vm.reader;

import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;

/** A token (R7RS 7.1.1) with its place: the offsets of its first character and after its last. */
sealed interface Token {
  int start();

  int end();

  /** What an opening parenthesis opens. */
  enum Bracket {
    LIST("parenthesis"),
    VECTOR("vector"),
    BYTEVECTOR("bytevector");

    private final String noun;

    Bracket(String noun) {
      this.noun = noun;
    }

    /** Its name in messages. */
    String noun() {
      return noun;
    }
  }

  /** {@code (}, {@code #(} or {@code #u8(}. */
  record Open(Bracket bracket, int start, int end) implements Token {}

  /** {@code )}. */
  record Close(int start, int end) implements Token {}

  /** A dot that stands alone. */
  record Dot(int start, int end) implements Token {}

  /** A quotation mark; the symbol is the one it stands for, such as {@code quasiquote}. */
  record Abbreviation(Symbol symbol, int start, int end) implements Token {}

  /** {@code #;}. */
  record DatumComment(int start, int end) implements Token {}

  /** {@code #n=}; the number is written without zeros before it. */
  record Label(String number, int start, int end) implements Token {}

  /** {@code #n#}. */
  record Reference(String number, int start, int end) implements Token {}

  /** A symbol, number, boolean, character or string. */
  record Datum(Value value, int start, int end) implements Token {}

  /** The end of the text. */
  record End(int start, int end) implements Token {}
}
