package dev.touchstone.conformance.dialect;

import dev.touchstone.vm.reader.Syntax;

/** What is still to be written of a rendering. */
sealed interface Piece {
  /** Text as it is. */
  record Text(String text) implements Piece {}

  /** A part of a program, to be rewritten. */
  record Code(Syntax syntax) implements Piece {}

  /** A datum that stands in a template; the data of a program are known as such. */
  record Datum(Syntax syntax) implements Piece {}

  /** The end of the last expression, whose text starts at that offset. */
  record End(int start) implements Piece {}
}
