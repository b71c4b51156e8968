package dev.touchstone.vm.expand;

import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Diagnostic;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The uses of macros in one program. They are noted for messages: what a template inserts has the
 * span of the use, as an object of its own, by which the use is found again, also when what was
 * inserted is expanded much later. And they are counted, so that an expansion that does not end, or
 * grows without measure, ends with a message and not with the memory: a template inserts finitely
 * many uses, so one that does not end has ever longer chains of uses, each inserted by the one
 * before.
 */
final class Uses {
  /**
   * What the expansion of a program may cost, apart from what its text accounts for: half a million
   * uses, or two million expressions, or five million parts of lists that are made.
   */
  private static final long BUDGET = 100_000_000;

  /** The most uses each of which the one before has inserted. */
  private static final int LONGEST_CHAIN = 20_000;

  /** So many parts may uses have, and templates take over, whatever the program is. */
  private static final long COPIES = 20_000_000;

  /** So many more may be at most, as many as the square of the length of the program's text. */
  private static final long MORE_COPIES = 200_000_000;

  /** The most parts that one use may be replaced by. */
  static final int LARGEST = 1_000_000;

  private static final int USE = 200;
  private static final int EXPRESSION = 50;
  private static final int NODE = 20;
  private static final int ATOM = 10;
  private static final int RENAMING = 10;

  /** So many uses are named at each end of a long chain. */
  private static final int NAMED = 3;

  private final IdentityHashMap<Span, Use> inserted = new IdentityHashMap<>();
  private final long limit;
  private final long copiesLimit;
  private long spent;
  private long copies;
  private @Nullable Use latest;

  /**
   * A use.
   *
   * @param outer the use that inserted this one, or null if it stands in the program
   * @param length that of the chain that it ends
   */
  private record Use(String macro, @Nullable Use outer, int length) {
    static Use of(String macro, @Nullable Use outer) {
      return new Use(macro, outer, outer == null ? 1 : outer.length + 1);
    }
  }

  /**
   * Nothing used so far.
   *
   * @param length how long the text of the program is, in characters
   */
  Uses(int length) {
    this.limit = BUDGET + (long) EXPRESSION * length;
    this.copiesLimit = COPIES + Math.min(MORE_COPIES, (long) length * length);
  }

  /**
   * Notes a use.
   *
   * @return the span of what it inserts
   */
  Span begin(String macro, Syntax.ListForm form) {
    spend(USE, form);
    copy(form.items().size(), form);
    Span span = form.span();
    Span own = new Span(span.source(), span.start(), span.end());
    latest = Use.of(macro, inserted.get(span));
    if (latest.length() > LONGEST_CHAIN) {
      throw doesNotEnd(form);
    }
    inserted.put(own, latest);
    return own;
  }

  /** Counts an expression. */
  void expression(Syntax where) {
    spend(EXPRESSION, where);
  }

  /** Counts the parts of a literal. */
  void literal(long parts, Syntax where) {
    spend(parts * NODE, where);
  }

  /**
   * Counts a part that a template makes, with those that it consists of.
   *
   * @param parts how many these are
   */
  void made(int parts, Syntax where) {
    spend(NODE, where);
    copy(parts, where);
  }

  /** Counts an atom that a template makes. */
  void atom(Syntax where) {
    spend(ATOM, where);
  }

  /**
   * Counts an identifier that was inserted.
   *
   * @param depth how often it has been renamed: so many steps it takes to find its meaning
   */
  void renamed(int depth, Syntax where) {
    spend((long) RENAMING * depth, where);
  }

  /** How many parts a literal may have. */
  long literalLimit() {
    return (limit - spent) / NODE;
  }

  private void spend(long cost, Syntax where) {
    spent += cost;
    if (spent > limit) {
      throw doesNotEnd(where);
    }
  }

  private void copy(int parts, Syntax where) {
    copies += parts;
    if (copies > copiesLimit) {
      throw doesNotEnd(where);
    }
  }

  private static DiagnosticException doesNotEnd(Syntax where) {
    return Rejection.tooLarge(where, "The expansion of the program does not end, or is too large.");
  }

  /** The diagnostic, with the macros that have inserted the place that it points at. */
  DiagnosticException explained(DiagnosticException rejection) {
    Diagnostic diagnostic = rejection.diagnostic();
    Use use = inserted.get(diagnostic.span());
    if (use == null && diagnostic.errorClass() == ErrorClass.LIMIT) {
      // What is too large may consist of parts of the program: the use that made it is to blame.
      use = latest;
    }
    if (use == null) {
      return rejection;
    }
    String said = diagnostic.message();
    String message =
        said + (said.endsWith(".") ? "" : ".") + " In the expansion of " + chain(use) + ".";
    return new DiagnosticException(
        new Diagnostic(diagnostic.phase(), diagnostic.errorClass(), message, diagnostic.span()));
  }

  /** The innermost macro first. */
  private static String chain(Use innermost) {
    List<String> macros = new ArrayList<>();
    for (Use use = innermost; use != null; use = use.outer()) {
      macros.add(use.macro());
    }
    int left = macros.size() - 2 * NAMED;
    if (left <= 1) {
      return String.join(", inserted by ", macros);
    }
    return String.join(", inserted by ", macros.subList(0, NAMED))
        + ", ... "
        + left
        + " more ..., inserted by "
        + String.join(", inserted by ", macros.subList(macros.size() - NAMED, macros.size()));
  }
}
