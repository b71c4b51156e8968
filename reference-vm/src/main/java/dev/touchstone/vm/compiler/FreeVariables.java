package dev.touchstone.vm.compiler;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The variables that each lambda refers to and does not bind, in the order of their first mention:
 * what its closures capture.
 */
final class FreeVariables {
  private final IdentityHashMap<Core.Lambda, List<Variable>> captures = new IdentityHashMap<>();

  FreeVariables(List<Core> forms) {
    forms.forEach(form -> collect(form, new LinkedHashSet<>()));
  }

  /** The variables that an expression refers to and does not bind. */
  static Set<Variable> in(Core expression) {
    Set<Variable> free = new LinkedHashSet<>();
    new FreeVariables(List.of()).collect(expression, free);
    return free;
  }

  /** What the closures of a lambda capture. */
  List<Variable> of(Core.Lambda lambda) {
    return captures.getOrDefault(lambda, List.of());
  }

  /** Adds to {@code free} the variables that are free in the expression. */
  private void collect(Core core, Set<Variable> free) {
    switch (core) {
      case Core.Const _, Core.GlobalRef _, Core.StandardRef _ -> {}
      case Core.LocalRef r -> free.add(r.variable());
      case Core.SetLocal s -> {
        free.add(s.variable());
        collect(s.value(), free);
      }
      case Core.SetGlobal s -> collect(s.value(), free);
      case Core.DefineGlobal d -> collect(d.value(), free);
      case Core.If i -> collectAll(List.of(i.test(), i.then(), i.otherwise()), free);
      case Core.Lambda l -> lambda(l, free);
      case Core.CaseLambda c -> collectAll(c.clauses(), free);
      case Core.Call c -> {
        collect(c.operator(), free);
        collectAll(c.operands(), free);
      }
      case Core.Seq s -> collectAll(s.parts(), free);
      case Core.Let l -> {
        collectAll(l.initialisers(), free);
        collect(l.body(), free);
        l.variables().forEach(free::remove);
      }
      case Core.Receive r -> {
        collect(r.producer(), free);
        collect(r.body(), free);
        r.variables().forEach(free::remove);
      }
      case Core.Letrec l -> {
        collectAll(l.initialisers(), free);
        collect(l.body(), free);
        l.variables().forEach(free::remove);
      }
      case Core.Fix f -> {
        collectAll(f.lambdas(), free);
        collect(f.body(), free);
        f.variables().forEach(free::remove);
      }
      case Core.Locations l -> {
        collect(l.body(), free);
        l.variables().forEach(free::remove);
      }
    }
  }

  private void collectAll(List<? extends Core> parts, Set<Variable> free) {
    for (Core part : parts) {
      collect(part, free);
    }
  }

  private void lambda(Core.Lambda lambda, Set<Variable> free) {
    Set<Variable> own = new LinkedHashSet<>();
    collect(lambda.body(), own);
    lambda.variables().forEach(own::remove);
    captures.put(lambda, new ArrayList<>(own));
    free.addAll(own);
  }
}
