package dev.touchstone.vm.reader;

import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A datum as it stands in a text: a tree in which every part knows its span. It may be nested as
 * deep as memory allows, so nothing that walks a whole one recurses on the Java stack (which the
 * generated methods of these records do: do not compare, hash or print a syntax).
 */
public sealed interface Syntax {
  /** Where it stands. */
  Span span();

  /**
   * A datum without parts: symbol, number, boolean, character, string or bytevector.
   *
   * @param datum what it denotes; strings and bytevectors are literals
   */
  record Atom(Value datum, Span span) implements Syntax {}

  /**
   * A list, proper or dotted. An abbreviation such as {@code 'x} is the list it stands for; its
   * first item has the span of the abbreviation's sign.
   *
   * @param items the elements before the dot; not empty if there is a tail
   * @param tail what stands after the dot, or null in a proper list
   */
  record ListForm(List<Syntax> items, @Nullable Syntax tail, Span span) implements Syntax {
    /** Copies the list of items. */
    public ListForm {
      items = List.copyOf(items);
    }
  }

  /** A vector literal. */
  record VectorForm(List<Syntax> items, Span span) implements Syntax {
    /** Copies the list of items. */
    public VectorForm {
      items = List.copyOf(items);
    }
  }

  /** {@code #n=datum} (R7RS 2.4). */
  record Labelled(int label, Syntax datum, Span span) implements Syntax {}

  /** {@code #n#}, a reference to a labelled datum around or before it. */
  record LabelReference(int label, Span span) implements Syntax {}
}
