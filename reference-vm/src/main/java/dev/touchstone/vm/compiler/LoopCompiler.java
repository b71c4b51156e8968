package dev.touchstone.vm.compiler;

import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.compiler.CodeBuilder.Label;
import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.source.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/**
 * Writes the code of the loops in a body. A loop's variables have slots of the body; the next turn
 * puts new values, or new boxes, into them and goes back to the head.
 */
final class LoopCompiler {
  private record Head(List<Variable> variables, Label label) {}

  private final BodyCompiler body;
  private final CodeBuilder code;
  private final Liveness liveness;
  private final Places places;
  private final IdentityHashMap<Variable, Head> heads = new IdentityHashMap<>();

  LoopCompiler(BodyCompiler body, CodeBuilder code, Liveness liveness, Places places) {
    this.body = body;
    this.code = code;
    this.liveness = liveness;
    this.places = places;
  }

  /** A loop, whose turns all put their values to the same use. */
  void loop(Core.Loop loop, Use use) {
    Head head = new Head(loop.variables(), new Label());
    heads.put(loop.name(), head);
    places.take(loop.variables());
    turn(head, loop.initialisers(), loop.span());
    code.place(head.label());
    // A box belongs to one turn, and an operand may return a second time.
    loop.variables().forEach(variable -> body.box(variable, loop.span()));
    body.expression(loop.body(), use);
    places.free(loop.variables());
  }

  /** The next turn. */
  void again(Core.Again again, Use use) {
    turn(Objects.requireNonNull(heads.get(again.loop())), again.operands(), again.span());
    // What follows is reached by other ways, on which the use has been made of a value.
    code.resetDepth(code.depth() + use.pushes());
  }

  /** All operands are evaluated before a variable changes. */
  private void turn(Head head, List<Core> operands, Span span) {
    List<Variable> changed = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      Variable variable = head.variables().get(i);
      if (liveness.isUnused(variable)) {
        body.expression(operands.get(i), Use.Simple.DROP_ONE);
      } else if (!Liveness.isKept(variable, operands.get(i))) {
        body.expression(operands.get(i), Use.Simple.PUSH);
        changed.add(variable);
      }
    }
    int adjacent = adjacent(changed);
    changed
        .subList(adjacent, changed.size())
        .reversed()
        .forEach(variable -> places.emit(Opcode.SET_LOCAL, variable, span));
    int first = adjacent == 0 ? 0 : places.slot(changed.getFirst());
    code.emitLoop(head.label(), first, adjacent, span);
  }

  /** How many variables, from the first on, have slots that follow each other. */
  private int adjacent(List<Variable> variables) {
    int count = 0;
    while (count < variables.size()
        && places.slot(variables.get(count)) == places.slot(variables.getFirst()) + count) {
      count++;
    }
    return count;
  }
}
