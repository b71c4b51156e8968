package dev.touchstone.vm.compiler;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.Variable;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the procedures that are loops: bound by a {@code letrec} whose body is a call of them, and
 * otherwise only called in tail position of their own bodies, or of loops that stand in tail
 * position there. Every call has the right number of arguments. So no call of such a procedure ever
 * returns to its own body, and nothing needs the procedure as an object.
 *
 * <p>The program is walked once, before {@code letrec}s are taken out of it.
 */
final class LoopFinder {
  /**
   * What a tail position belongs to: the body of a procedure. It holds the candidates that are
   * called in tail position there.
   */
  private static final class Body {
    private Set<Variable> tailCalls = identitySet();

    /** What another body calls that is the end of this one. */
    void take(Body other) {
      Set<Variable> fewer = tailCalls;
      Set<Variable> more = other.tailCalls;
      if (fewer.size() > more.size()) {
        fewer = more;
        more = tailCalls;
      }
      more.addAll(fewer);
      tailCalls = more;
    }
  }

  /** Those that may be loops, as far as the walk has come, with their numbers of arguments. */
  private final IdentityHashMap<Variable, Integer> candidates = new IdentityHashMap<>();

  private LoopFinder() {}

  /** The variables of an expression that hold loops; all of them occur in it alone. */
  static Set<Variable> in(Core core) {
    LoopFinder finder = new LoopFinder();
    finder.walk(core, null);
    return finder.candidates.keySet();
  }

  private static Set<Variable> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /**
   * Looks at all uses of candidates.
   *
   * @param tail the body that ends with the expression, or null if something is left to do after it
   */
  private void walk(Core core, @Nullable Body tail) {
    switch (core) {
      case Core.Const _, Core.GlobalRef _, Core.StandardRef _ -> {}
      case Core.LocalRef r -> candidates.remove(r.variable());
      case Core.SetLocal s -> walk(s.value(), null);
      case Core.SetGlobal s -> walk(s.value(), null);
      case Core.DefineGlobal d -> walk(d.value(), null);
      case Core.If i -> {
        walk(i.test(), null);
        walk(i.then(), tail);
        walk(i.otherwise(), tail);
      }
      case Core.Lambda l -> lambda(l);
      case Core.CaseLambda c -> c.clauses().forEach(this::lambda);
      case Core.Call c -> call(c, tail);
      case Core.Seq s -> {
        walkAll(s.parts().subList(0, s.parts().size() - 1));
        walk(s.parts().getLast(), tail);
      }
      case Core.Let l -> {
        walkAll(l.initialisers());
        walk(l.body(), tail);
      }
      case Core.Receive r -> {
        walk(r.producer(), null);
        walk(r.body(), tail);
      }
      case Core.Letrec l -> letrec(l, tail);
      case Core.Locations l -> walk(l.body(), tail);
      case Core.Fix _, Core.Or _, Core.Loop _, Core.Again _ ->
          throw new IllegalArgumentException("this has been lowered before");
    }
  }

  private void walkAll(List<Core> parts) {
    parts.forEach(part -> walk(part, null));
  }

  /** What is called in tail position of a procedure that is no loop is called from elsewhere. */
  private void lambda(Core.Lambda lambda) {
    Body body = new Body();
    walk(lambda.body(), body);
    reject(body.tailCalls);
  }

  private void reject(Set<Variable> variables) {
    variables.forEach(candidates::remove);
  }

  private void call(Core.Call call, @Nullable Body tail) {
    if (tail != null
        && call.operator() instanceof Core.LocalRef reference
        && candidates.getOrDefault(reference.variable(), -1) == call.operands().size()) {
      tail.tailCalls.add(reference.variable());
    } else {
      walk(call.operator(), null);
    }
    walkAll(call.operands());
  }

  @SuppressWarnings("ReferenceEquality") // that very initialiser
  private void letrec(Core.Letrec letrec, @Nullable Body tail) {
    Core.Lambda procedure = candidate(letrec);
    if (procedure == null) {
      walkAll(letrec.initialisers());
      walk(letrec.body(), tail);
      return;
    }
    Core.Call initial = (Core.Call) letrec.body();
    Variable name = ((Core.LocalRef) initial.operator()).variable();
    candidates.put(name, initial.operands().size());
    Body turn = new Body();
    walk(procedure.body(), turn);
    for (int i = 0; i < letrec.variables().size(); i++) {
      if (letrec.variables().get(i) != name) {
        walk(letrec.initialisers().get(i), null);
      }
    }
    walkAll(initial.operands());
    turn.tailCalls.remove(name);
    if (tail != null && candidates.containsKey(name)) {
      tail.take(turn);
    } else {
      reject(turn.tailCalls);
    }
  }

  /** The procedure whose call is the body of a {@code letrec} that binds it, or null. */
  private static Core.@Nullable Lambda candidate(Core.Letrec letrec) {
    return letrec.body() instanceof Core.Call call
            && call.operator() instanceof Core.LocalRef reference
            && !reference.variable().isAssigned()
            && letrec.variables().contains(reference.variable())
            && initialiser(letrec, reference.variable()) instanceof Core.Lambda lambda
            && lambda.rest() == null
            && lambda.parameters().size() == call.operands().size()
        ? lambda
        : null;
  }

  private static Core initialiser(Core.Letrec letrec, Variable variable) {
    return letrec.initialisers().get(letrec.variables().indexOf(variable));
  }
}
