package dev.touchstone.vm.expand;

import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Symbol;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a program's text: definitions of libraries, and then perhaps imports, of which
 * {@code cond-expand}, {@code begin} and {@code include} may be around the first (R7RS 5.1). Only
 * when the first import is found, or not, is it known what the words mean.
 */
final class Header {
  private final Session session;
  private final Deque<Syntax> rest;

  /**
   * The beginning of a text.
   *
   * @param rest its forms, of which those are removed that define libraries
   */
  Header(Session session, Deque<Syntax> rest) {
    this.session = session;
    this.rest = rest;
  }

  /** Takes the definitions of libraries; whether an import comes next. */
  boolean take() {
    while (!rest.isEmpty()) {
      Syntax first = rest.getFirst();
      String word = word(first);
      if (word == null || ((Syntax.ListForm) first).tail() != null) {
        return false;
      }
      Syntax.ListForm form = (Syntax.ListForm) first;
      switch (word) {
        case "import" -> {
          return true;
        }
        case "define-library" -> {
          rest.removeFirst();
          session.libraries().declare(form, /* again= */ false);
        }
        case "cond-expand" -> replace(session.chosen(form));
        case "begin", "include", "include-ci" -> {
          List<Syntax> parts =
              word.equals("begin")
                  ? BasicForms.splicedParts(form)
                  : session.included(form, word.equals("include-ci"));
          if (parts.isEmpty() || !isHeading(word(parts.getFirst()))) {
            return false;
          }
          replace(parts);
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /** The name that a form begins with, or null. */
  static @Nullable String word(Syntax form) {
    return form instanceof Syntax.ListForm list
            && !list.items().isEmpty()
            && list.items().getFirst() instanceof Syntax.Atom(Symbol name, Span _)
        ? name.name()
        : null;
  }

  private static boolean isHeading(@Nullable String word) {
    return "import".equals(word) || "define-library".equals(word);
  }

  private void replace(List<Syntax> parts) {
    rest.removeFirst();
    parts.reversed().forEach(rest::addFirst);
  }
}
