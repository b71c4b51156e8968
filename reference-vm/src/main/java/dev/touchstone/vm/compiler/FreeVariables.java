package dev.touchstone.vm.compiler;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.Variable;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The variables that an expression refers to and does not bind, in the order of their first
 * mention: of a lambda what its closures capture. A {@link Core.Again} refers to the name of its
 * loop.
 */
final class FreeVariables {
  /**
   * What has been found out, of all lambdas and of other expressions that were asked for. Without
   * it, nested {@code letrec}s would be searched again at each level.
   */
  private final IdentityHashMap<Core, List<Variable>> known = new IdentityHashMap<>();

  /** The variables that an expression refers to and does not bind. */
  List<Variable> in(Core expression) {
    List<Variable> found = known.get(expression);
    if (found == null) {
      Set<Variable> free = new LinkedHashSet<>();
      collect(expression, free);
      found = List.copyOf(free);
      known.put(expression, found);
    }
    return found;
  }

  /** Adds to {@code free} the variables that are free in the expression. */
  private void collect(Core core, Set<Variable> free) {
    List<Variable> found = known.get(core);
    if (found != null) {
      free.addAll(found);
      return;
    }
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
      case Core.Or o -> collectAll(List.of(o.first(), o.second()), free);
      case Core.Loop l -> loop(l, free);
      case Core.Again a -> {
        free.add(a.loop());
        collectAll(a.operands(), free);
      }
    }
  }

  private void collectAll(List<? extends Core> parts, Set<Variable> free) {
    for (Core part : parts) {
      collect(part, free);
    }
  }

  private void lambda(Core.Lambda lambda, Set<Variable> free) {
    Set<Variable> own = new LinkedHashSet<>(in(lambda.body()));
    lambda.variables().forEach(own::remove);
    known.put(lambda, List.copyOf(own));
    free.addAll(own);
  }

  private void loop(Core.Loop loop, Set<Variable> free) {
    collectAll(loop.initialisers(), free);
    Set<Variable> own = new LinkedHashSet<>(in(loop.body()));
    loop.variables().forEach(own::remove);
    own.remove(loop.name());
    free.addAll(own);
  }
}
