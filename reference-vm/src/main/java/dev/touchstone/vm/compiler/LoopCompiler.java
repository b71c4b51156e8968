package dev.touchstone.vm.compiler;

import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.compiler.CodeBuilder.Label;
import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.Variable;
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
    for (int i = 0; i < loop.variables().size(); i++) {
      body.initialise(loop.variables().get(i), loop.initialisers().get(i));
    }
    Label label = new Label();
    code.emitJump(Opcode.LOOP, label, loop.span());
    code.place(label);
    heads.put(loop.name(), new Head(loop.variables(), label));
    body.expression(loop.body(), use);
    places.free(loop.variables());
  }

  /** The next turn. All operands are evaluated before a variable changes. */
  void again(Core.Again again, Use use) {
    Head head = Objects.requireNonNull(heads.get(again.loop()));
    for (int i = 0; i < head.variables().size(); i++) {
      Core operand = again.operands().get(i);
      Variable variable = head.variables().get(i);
      if (liveness.isUnused(variable)) {
        body.expression(operand, Use.Simple.DROP_ONE);
      } else if (!Liveness.isKept(variable, operand)) {
        body.expression(operand, Use.Simple.PUSH);
      }
    }
    for (int i = head.variables().size() - 1; i >= 0; i--) {
      Variable variable = head.variables().get(i);
      if (!liveness.isUnused(variable) && !Liveness.isKept(variable, again.operands().get(i))) {
        body.setVariable(variable, again.span());
      }
    }
    code.emitJump(Opcode.LOOP, head.label(), again.span());
    // What follows is reached by other ways, on which the use has been made of a value.
    code.resetDepth(code.depth() + use.pushes());
  }
}
