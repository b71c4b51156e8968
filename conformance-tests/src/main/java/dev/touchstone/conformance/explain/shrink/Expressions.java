package dev.touchstone.conformance.explain.shrink;

import dev.touchstone.conformance.explain.shrink.Tree.Branch;
import dev.touchstone.conformance.explain.shrink.Tree.Shape;
import java.util.ArrayList;
import java.util.Collections;
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
      Set.of("begin", "if", "and", "or", "when", "unless", "set!");

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
          "define-values",
          "let-values",
          "let*-values",
          "import",
          "define-library",
          "do",
          "guard",
          "parameterize",
          "case-lambda",
          "delay",
          "delay-force",
          "cond-expand",
          "include",
          "case");

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
      case "lambda", "define" -> from(form, 2);
      case "cond" -> clauses(form);
      case "let" -> let(form, reverse);
      case "let*", "letrec", "letrec*" -> let(form, false);
      default -> call.apply(from(form, 0));
    };
  }

  /** Takes the parts from an index on for expressions. */
  private Tree from(Tree form, int index) {
    List<Tree> items = new ArrayList<>(form.items());
    for (int i = index; i < items.size(); i++) {
      items.set(i, expression(items.get(i)));
    }
    return form.with(items);
  }

  private Tree clauses(Tree cond) {
    List<Tree> items = new ArrayList<>(cond.items());
    for (int i = 1; i < items.size(); i++) {
      items.set(i, from(items.get(i), 0));
    }
    return cond.with(items);
  }

  private Tree let(Tree form, boolean unordered) {
    boolean named = form.items().size() > 2 && form.items().get(1).symbol().isPresent();
    int at = named ? 2 : 1;
    Tree body = from(form, at + 1);
    if (body.items().size() <= at) {
      return form;
    }
    List<Tree> bindings =
        new ArrayList<>(body.items().get(at).items().stream().map(each -> from(each, 1)).toList());
    if (unordered && !named) {
      Collections.reverse(bindings);
    }
    return body.with(at, body.items().get(at).with(bindings));
  }
}
