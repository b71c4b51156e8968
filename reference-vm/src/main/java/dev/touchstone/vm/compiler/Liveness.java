package dev.touchstone.vm.compiler;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which uses of a body's own variables are their last, and which variables die where a branch is
 * taken that does not use them.
 *
 * <p>The body is walked against the order of evaluation, with the set of variables that are still
 * to be used. A use of a variable that is not in the set is its last. A variable that one branch of
 * an {@code if} uses and the other does not is dead at the entry of the other; clearing it is worth
 * an instruction only if a call follows during which its value would be kept for nothing. So no
 * frame of a pending call holds a value that is not needed when the call returns (Clinger's S_sfs).
 * An integrated instruction does not count as a call here.
 */
final class Liveness {
  private final FreeVariables free;
  private final Calls calls;
  private final IdentityHashMap<Variable, Integer> numbers = new IdentityHashMap<>();
  private final List<Variable> variables = new ArrayList<>();

  /** Of the expressions that use a variable, those that are the last to do so. */
  private final Set<Core> lastUses = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Of the captured variables of a lambda, those for which its creation is the last use. */
  private final IdentityHashMap<Core.Lambda, Set<Variable>> lastCaptures = new IdentityHashMap<>();

  private final Set<Variable> unused = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<Core, List<Variable>> deadAtEntry = new IdentityHashMap<>();

  /** Apart from those at its entry, for an {@code or} may itself be a branch. */
  private final IdentityHashMap<Core, List<Variable>> deadWhereKept = new IdentityHashMap<>();

  /**
   * Where a turn of a loop ends.
   *
   * @param variables those of the loop
   * @param live what the next turn uses, or what follows the loop
   * @param callAhead whether a call that is no tail call may follow
   */
  private record Turn(List<Variable> variables, BitSet live, boolean callAhead) {}

  /** Of the loops that have been entered, by name. */
  private final IdentityHashMap<Variable, Turn> turns = new IdentityHashMap<>();

  /** The variables that are used after the point that the walk has reached. */
  private BitSet live = new BitSet();

  /** Whether a call that is no tail call may follow that point. */
  private boolean callAhead;

  /**
   * Looks at one body.
   *
   * @param parameters the variables that hold a value at its entry
   */
  Liveness(List<Variable> parameters, Core body, FreeVariables free, Calls calls) {
    this.free = free;
    this.calls = calls;
    parameters.forEach(this::declare);
    walk(body, true);
    BitSet all = new BitSet();
    all.set(0, parameters.size());
    noteDead(deadAtEntry, body, all, live, callAhead);
  }

  /** Whether a reference or assignment is the last use of its variable's slot. */
  boolean isLastUse(Core use) {
    return lastUses.contains(use);
  }

  /** Whether making the closure is the last use of the variable's slot. */
  boolean isLastCapture(Core.Lambda lambda, Variable variable) {
    return lastCaptures.getOrDefault(lambda, Set.of()).contains(variable);
  }

  /** Whether the body of the form that binds the variable has no use for it. */
  boolean isUnused(Variable variable) {
    return unused.contains(variable);
  }

  /** The variables to clear before a branch, or before the whole body. */
  List<Variable> deadAtEntry(Core branch) {
    return deadAtEntry.getOrDefault(branch, List.of());
  }

  /** The variables to clear where the first value of an {@code or} is its value. */
  List<Variable> deadWhereKept(Core.Or either) {
    return deadWhereKept.getOrDefault(either, List.of());
  }

  private void walk(Core core, boolean tail) {
    switch (core) {
      case Core.Const _, Core.GlobalRef _, Core.StandardRef _ -> {}
      case Core.LocalRef r -> use(r.variable(), core);
      case Core.SetLocal s -> {
        walk(s.value(), false);
        use(s.variable(), core);
      }
      case Core.SetGlobal s -> walk(s.value(), false);
      case Core.DefineGlobal d -> walk(d.value(), false);
      case Core.If i -> branches(i, tail);
      case Core.Lambda l -> capture(l);
      case Core.CaseLambda c -> c.clauses().reversed().forEach(this::capture);
      case Core.Call c -> call(c, tail);
      case Core.Seq s -> sequence(s.parts(), tail);
      case Core.Let l -> let(l, tail);
      case Core.Receive r -> receive(r, tail);
      case Core.Fix f -> fix(f, tail);
      case Core.Locations l -> locations(l, tail);
      case Core.Or o -> either(o, tail);
      case Core.Loop l -> loop(l, tail);
      case Core.Again a -> again(a);
      case Core.Letrec _ -> throw new IllegalArgumentException("a letrec has not been lowered");
    }
  }

  private void call(Core.Call call, boolean tail) {
    callAhead |= !tail && Integration.of(call) == null;
    sequence(call.operands(), false);
    walk(call.operator(), false);
  }

  private void sequence(List<Core> parts, boolean lastIsTail) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      walk(parts.get(i), lastIsTail && i == parts.size() - 1);
    }
  }

  private void let(Core.Let let, boolean tail) {
    let.variables().forEach(this::declare);
    walk(let.body(), tail);
    bound(let.variables(), let.initialisers());
  }

  private void bound(List<Variable> scope, List<Core> initialisers) {
    for (int i = scope.size() - 1; i >= 0; i--) {
      endOfScope(scope.get(i));
      walk(initialisers.get(i), false);
    }
  }

  private void receive(Core.Receive receive, boolean tail) {
    receive.variables().forEach(this::declare);
    walk(receive.body(), tail);
    receive.variables().forEach(this::endOfScope);
    walk(receive.producer(), false);
  }

  /** Before the place where a variable gets its value. */
  private void endOfScope(Variable variable) {
    if (!live.get(number(variable))) {
      unused.add(variable);
    }
    live.clear(number(variable));
  }

  /** The closures are made and patched from their slots; those the body needs not are dropped. */
  private void fix(Core.Fix fix, boolean tail) {
    fix.variables().forEach(this::declare);
    walk(fix.body(), tail);
    for (Variable variable : fix.variables()) {
      if (!live.get(number(variable))) {
        unused.add(variable);
        live.set(number(variable));
      }
    }
    fix.lambdas().reversed().forEach(this::capture);
    fix.variables().forEach(variable -> live.clear(number(variable)));
  }

  private void locations(Core.Locations locations, boolean tail) {
    locations.variables().forEach(this::declare);
    walk(locations.body(), tail);
    locations.variables().forEach(variable -> live.clear(number(variable)));
  }

  private void branches(Core.If core, boolean tail) {
    BitSet after = (BitSet) live.clone();
    boolean callAfter = callAhead;
    walk(core.then(), tail);
    BitSet ofThen = live;
    boolean callInThen = callAhead;
    live = after;
    callAhead = callAfter;
    walk(core.otherwise(), tail);
    noteDead(deadAtEntry, core.then(), live, ofThen, callInThen);
    noteDead(deadAtEntry, core.otherwise(), ofThen, live, callAhead);
    live.or(ofThen);
    callAhead |= callInThen;
    walk(core.test(), false);
  }

  /** The first value is kept on the stack; where it is, what only the second uses is dead. */
  private void either(Core.Or either, boolean tail) {
    BitSet after = (BitSet) live.clone();
    boolean callAfter = callAhead;
    walk(either.second(), tail);
    noteDead(deadWhereKept, either, live, after, callAfter);
    noteDead(deadAtEntry, either.second(), after, live, callAhead);
    live.or(after);
    callAhead |= callAfter;
    walk(either.first(), false);
  }

  /**
   * Where a turn ends, all is live that any turn uses or what comes after the loop, except for the
   * variables that begin anew. What an enclosing loop's next turn uses belongs to it, if one may
   * begin from here.
   */
  private void loop(Core.Loop loop, boolean tail) {
    loop.variables().forEach(this::declare);
    BitSet liveAgain = (BitSet) live.clone();
    boolean callAgain = callAhead || calls.in(loop.body());
    for (Variable variable : free.in(loop.body())) {
      Turn outer = turns.get(variable);
      if (outer != null) {
        liveAgain.or(outer.live());
        callAgain |= outer.callAhead();
      } else if (numbers.containsKey(variable)) {
        liveAgain.set(number(variable));
      }
    }
    loop.variables().forEach(variable -> liveAgain.clear(number(variable)));
    turns.put(loop.name(), new Turn(loop.variables(), liveAgain, callAgain));
    walk(loop.body(), tail);
    bound(loop.variables(), loop.initialisers());
  }

  private void again(Core.Again again) {
    Turn next = Objects.requireNonNull(turns.get(again.loop()));
    live = (BitSet) next.live().clone();
    callAhead = next.callAhead();
    List<Core> operands = new ArrayList<>();
    for (int i = 0; i < again.operands().size(); i++) {
      Variable variable = next.variables().get(i);
      if (isKept(variable, again.operands().get(i))) {
        live.set(number(variable));
      } else {
        operands.add(again.operands().get(i));
      }
    }
    sequence(operands, false);
  }

  /** Whether a variable of a loop has in the next turn the value that it has, in the same slot. */
  static boolean isKept(Variable variable, Core operand) {
    return operand instanceof Core.LocalRef reference
        && reference.variable() == variable
        && !variable.isAssigned();
  }

  private void noteDead(
      Map<Core, List<Variable>> notes, Core branch, BitSet held, BitSet used, boolean callFollows) {
    if (callFollows) {
      BitSet dead = (BitSet) held.clone();
      dead.andNot(used);
      if (!dead.isEmpty()) {
        notes.put(branch, dead.stream().mapToObj(variables::get).toList());
      }
    }
  }

  private void capture(Core.Lambda lambda) {
    for (Variable variable : free.in(lambda).reversed()) {
      if (numbers.containsKey(variable) && !live.get(number(variable))) {
        live.set(number(variable));
        lastCaptures
            .computeIfAbsent(lambda, l -> Collections.newSetFromMap(new IdentityHashMap<>()))
            .add(variable);
      }
    }
  }

  /** Notes a use; a variable without a number is not in a slot but captured. */
  private void use(Variable variable, Core use) {
    if (numbers.containsKey(variable) && !live.get(number(variable))) {
      live.set(number(variable));
      lastUses.add(use);
    }
  }

  private void declare(Variable variable) {
    numbers.put(variable, variables.size());
    variables.add(variable);
  }

  private int number(Variable variable) {
    return Objects.requireNonNull(numbers.get(variable));
  }
}
