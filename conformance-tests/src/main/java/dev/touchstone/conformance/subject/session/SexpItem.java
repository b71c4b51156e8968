package dev.touchstone.conformance.subject.session;

import java.util.List;

/** What an S-expression line is made of. */
sealed interface SexpItem {
  /** A string. */
  record Text(String text) implements SexpItem {}

  /** A symbol or a number, as it is written. */
  record Word(String text) implements SexpItem {}

  /** A list. */
  record Items(List<SexpItem> items) implements SexpItem {}
}
