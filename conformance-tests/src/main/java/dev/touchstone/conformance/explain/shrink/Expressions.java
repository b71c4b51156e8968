package dev.touchstone.conformance.explain.shrink;

import dev.touchstone.conformance.explain.shrink.Tree.Branch;
import dev.touchstone.conformance.explain.shrink.Tree.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Rewrites the calls of a program, inner ones first. Forms that it does not know, macros of the
 * program among them, it takes for calls or leaves alone; whoever uses it runs what it makes on the
 * reference, which shows whether that was right.
 */
final class Expressions {
  /** Forms whose parts after the head are expressions or bodies. */
  private static final Set<String> SEQUENCES =
      Set.of("begin", "if", "and", "or", "when", "unless", "set!", "delay", "delay-force");

  /** Forms that are left as they are: they are no calls, and few. */
  private static final Set<String> OPAQUE =
      Set.of(
          "quote",
          "quasiquote",
          "define-syntax",
          "let-syntax",
          "letrec-syntax",
          "syntax-rules",
          "define-record-type",
          "import",
          "define-library",
          "cond-expand",
          "include");

  private final UnaryOperator<Tree> call;
  private final boolean reverse;

  /**
   * A rewriting.
   *
   * @param call what becomes of a call
   * @param reverse whether the bindings of {@code let} change their order
   */
  Expressions(UnaryOperator<Tree> call, boolean reverse) {
    this.call = call;
    this.reverse = reverse;
  }

  Tree program(Tree program) {
    return from(program, 0);
  }

  private Tree expression(Tree form) {
    boolean list =
        form instanceof Branch(Shape shape, var items) && shape == Shape.LIST && !items.isEmpty();
    if (!list) {
      return form;
    }
    String head = form.items().getFirst().symbol().orElse("");
    if (OPAQUE.contains(head)) {
      return form;
    }
    if (SEQUENCES.contains(head)) {
      return from(form, 1);
    }
    return switch (head) {
      case "lambda", "define", "define-values" -> from(form, 2);
      case "case-lambda" -> clauses(form, 1, 1);
      case "cond" -> clauses(form, 1, 0);
      case "case" -> clauses(from(form, 1, 2), 2, 1);
      case "guard" -> guard(form);
      case "let", "let-values" -> let(form, 1, reverse);
      case "let*", "let*-values", "letrec", "letrec*" -> let(form, 1, false);
      case "parameterize" -> let(form, 0, reverse);
      case "do" -> loop(form);
      default -> call.apply(from(form, 0));
    };
  }

  /** Takes the parts from an index on for expressions. */
  private Tree from(Tree form, int start) {
    return from(form, start, form.items().size());
  }

  private Tree from(Tree form, int start, int end) {
    return each(form, start, end, this::expression);
  }

  /** The parts from an index on are clauses, in each of which that one is the first expression. */
  private Tree clauses(Tree form, int start, int first) {
    return each(form, start, form.items().size(), clause -> from(clause, first));
  }

  private static Tree each(Tree form, int start, int end, UnaryOperator<Tree> change) {
    List<Tree> items = new ArrayList<>(form.items());
    for (int i = start; i < Math.min(end, items.size()); i++) {
      items.set(i, change.apply(items.get(i)));
    }
    return form.with(items);
  }

  /** {@code (guard (variable clause ...) body ...)}. */
  private Tree guard(Tree form) {
    return each(from(form, 2), 1, 2, handler -> clauses(handler, 1, 0));
  }

  /** {@code (do ((variable init step) ...) (test expression ...) command ...)}. */
  private Tree loop(Tree form) {
    return each(let(form, 1, reverse), 2, 3, exit -> from(exit, 0));
  }

  /** A form with bindings; in each, the expressions begin at an index. */
  private Tree let(Tree form, int first, boolean unordered) {
    boolean named = form.items().size() > 2 && form.items().get(1).symbol().isPresent();
    int at = named ? 2 : 1;
    Tree body = from(form, at + 1);
    if (body.items().size() <= at) {
      return form;
    }
    Tree list = body.items().get(at);
    Tree bindings = clauses(list, 0, first);
    boolean changed = unordered && !named;
    return body.with(at, changed ? bindings.with(bindings.items().reversed()) : bindings);
  }
}
