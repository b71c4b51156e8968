package dev.touchstone.vm.compiler;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * A variable of a {@code letrec} and what becomes of it.
 *
 * @param isProcedure whether a {@code fix} can bind it: a lambda initialises it, and nothing
 *     assigns it
 * @param segment equal for procedures that follow each other; of any other variable its own; later
 *     ones have greater numbers
 * @param isLocation whether something may refer to it before it has its value
 */
record LetrecPart(
    Variable variable, Core initialiser, boolean isProcedure, int segment, boolean isLocation) {

  /** The parts of a {@code letrec}, given its lowered initialisers. */
  static List<LetrecPart> of(Core.Letrec letrec, List<Core> initialisers, FreeVariables free) {
    int[] segments = segments(letrec, initialisers);
    Set<Variable> early = early(letrec, initialisers, segments, free);
    List<LetrecPart> parts = new ArrayList<>();
    for (int i = 0; i < initialisers.size(); i++) {
      Variable variable = letrec.variables().get(i);
      boolean location =
          early.contains(variable) || mayBeFilledAgain(letrec, variable, initialisers.get(i));
      boolean procedure = !location && isProcedure(variable, initialisers.get(i));
      parts.add(new LetrecPart(variable, initialisers.get(i), procedure, segments[i], location));
    }
    return parts;
  }

  /**
   * Whether the location must exist before its initialiser is evaluated, since that may be returned
   * to after the variable has been assigned, or captured by a closure (R7RS 4.2.2: the locations
   * are made once). Of a {@code letrec*} R7RS forbids to return to an initialiser, so there it is a
   * question of assigned variables alone.
   */
  private static boolean mayBeFilledAgain(Core.Letrec letrec, Variable variable, Core initialiser) {
    return switch (initialiser) {
      case Core.Lambda _, Core.CaseLambda _, Core.Const _ -> false;
      case Core.LocalRef _ -> variable.isAssigned();
      default -> variable.isAssigned() || !letrec.inOrder();
    };
  }

  /** Whether to evaluate it calls nothing and looks into no variable, but captures some. */
  private static boolean isClosure(Core initialiser) {
    return initialiser instanceof Core.Lambda || initialiser instanceof Core.CaseLambda;
  }

  private static boolean isProcedure(Variable variable, Core initialiser) {
    return initialiser instanceof Core.Lambda && !variable.isAssigned();
  }

  /** Out of order, all procedures come first, and then all others together. */
  private static int[] segments(Core.Letrec letrec, List<Core> initialisers) {
    int[] segments = new int[initialisers.size()];
    for (int i = 0; i < segments.length; i++) {
      boolean procedure = isProcedure(letrec.variables().get(i), initialisers.get(i));
      if (!letrec.inOrder()) {
        segments[i] = procedure ? 0 : 1;
      } else if (i > 0) {
        boolean follows =
            procedure && isProcedure(letrec.variables().get(i - 1), initialisers.get(i - 1));
        segments[i] = follows ? segments[i - 1] : segments[i - 1] + 1;
      }
    }
    return segments;
  }

  /**
   * The variables to which an initialiser refers that does not come after their own. Out of order,
   * what is evaluated comes after none.
   */
  private static Set<Variable> early(
      Core.Letrec letrec, List<Core> initialisers, int[] segments, FreeVariables free) {
    IdentityHashMap<Variable, Integer> segmentOf = new IdentityHashMap<>();
    IdentityHashMap<Variable, Core> initialiserOf = new IdentityHashMap<>();
    for (int i = 0; i < segments.length; i++) {
      segmentOf.put(letrec.variables().get(i), segments[i]);
      initialiserOf.put(letrec.variables().get(i), initialisers.get(i));
    }
    Set<Variable> early = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < segments.length; i++) {
      boolean isFirst = !letrec.inOrder() && !isClosure(initialisers.get(i));
      for (Variable variable : free.in(initialisers.get(i))) {
        Integer segment = segmentOf.get(variable);
        Core initialiser = initialiserOf.get(variable);
        if (segment != null && initialiser != null) {
          boolean sameFix = segment == segments[i] && isProcedure(variable, initialiser);
          if (isFirst || (segment >= segments[i] && !sameFix)) {
            early.add(variable);
          }
        }
      }
    }
    return early;
  }
}
