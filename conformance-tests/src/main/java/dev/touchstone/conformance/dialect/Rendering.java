package dev.touchstone.conformance.dialect;

import dev.touchstone.vm.source.Excerpt;
import dev.touchstone.vm.source.Span;
import java.util.List;
import java.util.Optional;

/** A program in another Lisp, or why there is none. */
public sealed interface Rendering {
  /** A part of a text, from an offset up to another. */
  record Range(int start, int end) {}

  /**
   * The program.
   *
   * @param text the map's preamble and the program
   * @param start where the first form of the program starts
   * @param forms where the forms are, those of the preamble too
   * @param last where the last expression is; empty if the program ends with a definition
   * @param printed as {@code text}, and written so that the value of the last expression is
   *     printed, as the map says; the same as {@code text} if it says nothing
   * @param imports whether the program states itself what it imports
   * @param changed whether the map changed anything
   * @param kind what the value of the last expression can be
   */
  record Text(
      String text,
      int start,
      List<Range> forms,
      Optional<Range> last,
      String printed,
      boolean imports,
      boolean changed,
      ValueKind kind)
      implements Rendering {
    /** Copies the list. */
    public Text {
      forms = List.copyOf(forms);
    }
  }

  /**
   * It cannot be expressed.
   *
   * @param reason a sentence without its full stop
   * @param span the form, in the program
   */
  record Refused(String reason, Span span) implements Rendering {
    /** The reason with line and column. */
    public String sentence() {
      return "line %d, column %d: %s".formatted(span.line(), span.column(), reason);
    }

    /** The reason with its place, the line and a caret. */
    public String excerpt() {
      return Excerpt.render(span, reason);
    }
  }
}
