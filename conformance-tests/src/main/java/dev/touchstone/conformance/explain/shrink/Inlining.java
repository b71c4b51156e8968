package dev.touchstone.conformance.explain.shrink;

import dev.touchstone.conformance.explain.shrink.Tree.Branch;
import dev.touchstone.conformance.explain.shrink.Tree.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replaces names by what they name: of definitions among their neighbours, of {@code let} and of
 * the parameters of a procedure that is called where it stands. Names are not kept apart and
 * effects may move; what that breaks, the oracle rejects.
 */
final class Inlining {
  private static final Tree NOTHING = Tree.list(List.of());

  private Inlining() {}

  /** The forms that a form becomes, one for each name that can go. */
  static List<Tree> of(Tree form) {
    List<Tree> forms = new ArrayList<>(definitions(form));
    if (form instanceof Branch(Shape shape, var _) && shape == Shape.PROGRAM) {
      forms.addAll(defined(form));
    }
    if (form.isListOf("let") || form.isListOf("let*") || form.isListOf("letrec")) {
      forms.addAll(bindings(form));
    }
    if (form.items().size() > 1 && form.items().getFirst().isListOf("lambda")) {
      forms.addAll(call(form));
    }
    made(form).ifPresent(forms::add);
    return forms;
  }

  private record Definition(String name, Tree value) {}

  /** {@code (define x e)}, {@code (define (f x) body)}. */
  private static Optional<Definition> definition(Tree form) {
    if (!form.isListOf("define") || form.items().size() < 3) {
      return Optional.empty();
    }
    Tree named = form.items().get(1);
    if (named.symbol().isPresent()) {
      return named.symbol().map(name -> new Definition(name, form.items().get(2)));
    }
    return named.items().stream()
        .findFirst()
        .flatMap(Tree::symbol)
        .map(
            name ->
                new Definition(name, lambda(named, form.items().subList(2, form.items().size()))));
  }

  private static Tree lambda(Tree header, List<Tree> body) {
    Tree parameters = header.without(0, 1);
    boolean restAlone =
        header instanceof Branch(Shape shape, var parts)
            && shape == Shape.DOTTED
            && parts.size() == 2;
    List<Tree> items = new ArrayList<>();
    items.add(Tree.symbol("lambda"));
    items.add(restAlone ? header.items().getLast() : parameters);
    items.addAll(body);
    return Tree.list(items);
  }

  private static List<Tree> definitions(Tree body) {
    List<Tree> forms = new ArrayList<>();
    for (int i = 0; i < body.items().size(); i++) {
      int at = i;
      definition(body.items().get(i))
          .filter(each -> isWorthIt(each.value(), body.uses(each.name()) - 1))
          .ifPresent(
              each -> forms.add(body.without(at, at + 1).replace(each.name(), each.value())));
    }
    return forms;
  }

  /** A {@code let} at top level becomes definitions and what its body is. */
  private static List<Tree> defined(Tree program) {
    List<Tree> programs = new ArrayList<>();
    for (int i = 0; i < program.items().size(); i++) {
      Tree let = program.items().get(i);
      boolean bindings = let.items().size() > 2 && !let.items().get(1).items().isEmpty();
      if (bindings && (let.isListOf("let") || let.isListOf("let*"))) {
        List<Tree> forms = new ArrayList<>(program.items().subList(0, i));
        for (Tree binding : let.items().get(1).items()) {
          forms.add(with("define", binding.items()));
        }
        forms.addAll(let.items().subList(2, let.items().size()));
        forms.addAll(program.items().subList(i + 1, program.items().size()));
        programs.add(program.with(forms));
      }
    }
    return programs;
  }

  private static Tree with(String head, List<Tree> rest) {
    List<Tree> items = new ArrayList<>(rest);
    items.addFirst(Tree.symbol(head));
    return Tree.list(items);
  }

  /** A value that stands in several places must be a constant or a name. */
  private static boolean isWorthIt(Tree value, long uses) {
    return uses <= 1 || value.isConstant() || value.symbol().isPresent();
  }

  private static List<Tree> bindings(Tree let) {
    List<Tree> forms = new ArrayList<>();
    Tree bindings = let.items().size() > 2 ? let.items().get(1) : NOTHING;
    for (int i = 0; i < bindings.items().size(); i++) {
      Tree binding = bindings.items().get(i);
      if (binding.items().size() == 2 && binding.items().getFirst().symbol().isPresent()) {
        Tree rest = let.with(1, bindings.without(i, i + 1));
        String name = binding.items().getFirst().symbol().orElseThrow();
        if (isWorthIt(binding.items().getLast(), rest.uses(name))) {
          forms.add(rest.replace(name, binding.items().getLast()));
        }
      }
    }
    return forms;
  }

  /** {@code ((lambda (x ...) body) e ...)}. */
  private static List<Tree> call(Tree call) {
    List<Tree> forms = new ArrayList<>();
    Tree lambda = call.items().getFirst();
    Tree parameters = lambda.items().size() > 2 ? lambda.items().get(1) : NOTHING;
    int both = Math.min(parameters.items().size(), call.items().size() - 1);
    for (int i = 0; i < both; i++) {
      Tree argument = call.items().get(i + 1);
      Optional<String> name = parameters.items().get(i).symbol();
      Tree fewer = lambda.with(1, parameters.without(i, i + 1));
      if (name.isPresent() && isWorthIt(argument, fewer.uses(name.get()))) {
        forms.add(call.without(i + 1, i + 2).with(0, fewer.replace(name.get(), argument)));
      }
    }
    return forms;
  }

  /**
   * The call of a procedure that a {@code let} around it makes becomes that {@code let} with the
   * procedure's body.
   */
  private static Optional<Tree> made(Tree call) {
    Tree let = call.items().isEmpty() ? call : call.items().getFirst();
    if (let.items().size() < 3 || !let.items().getLast().isListOf("lambda")) {
      return Optional.empty();
    }
    Tree lambda = let.items().getLast();
    if (lambda.items().size() < 3) {
      return Optional.empty();
    }
    List<Tree> items = new ArrayList<>(let.items().subList(0, let.items().size() - 1));
    List<Tree> parameters = lambda.items().get(1).items();
    for (Tree form : lambda.items().subList(2, lambda.items().size())) {
      Tree body = form;
      for (int i = 0; i < Math.min(parameters.size(), call.items().size() - 1); i++) {
        body = body.replace(TreeText.flat(parameters.get(i)), call.items().get(i + 1));
      }
      items.add(body);
    }
    return Optional.of(let.with(items));
  }
}
