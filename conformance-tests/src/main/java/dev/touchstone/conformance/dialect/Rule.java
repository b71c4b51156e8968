package dev.touchstone.conformance.dialect;

import dev.touchstone.vm.reader.Syntax;
import java.util.Set;

/**
 * How a form is written in another Lisp.
 *
 * @param from the shape of the form, as in {@code syntax-rules}; its head is a standard name
 * @param action what becomes of it
 * @param words the names that the action brings in
 * @param atTopLevel whether it is for top-level forms alone
 */
record Rule(Syntax.ListForm from, Action action, Set<String> words, boolean atTopLevel) {
  /** What becomes of a form. */
  sealed interface Action {
    /** It is another form of Scheme, which is rewritten in its turn. */
    record As(Syntax template) implements Action {}

    /** It is this text of the other Lisp. */
    record To(TextTemplate template) implements Action {}

    /** It has no counterpart, for this reason. */
    record Refuse(String reason) implements Action {}
  }

  /** Copies the set. */
  Rule {
    words = Set.copyOf(words);
  }
}
