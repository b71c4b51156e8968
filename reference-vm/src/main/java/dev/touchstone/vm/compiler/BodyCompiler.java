package dev.touchstone.vm.compiler;

import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.compiler.CodeBuilder.Label;
import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Unspecified;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/** Writes the code of one lambda's body. */
final class BodyCompiler {
  private final Compiler compiler;
  private final Core.Lambda lambda;
  private final Liveness liveness;
  private final CodeBuilder code;

  /** Where this body's own variables are; the others are captured. */
  private final IdentityHashMap<Variable, Integer> slots = new IdentityHashMap<>();

  private final IdentityHashMap<Variable, Integer> captures = new IdentityHashMap<>();

  BodyCompiler(Compiler compiler, Core.Lambda lambda) {
    this.compiler = compiler;
    this.lambda = lambda;
    this.liveness = compiler.livenessOf(lambda);
    List<Variable> captured = compiler.capturesOf(lambda);
    for (Variable variable : captured) {
      captures.put(variable, captures.size());
    }
    this.code =
        new CodeBuilder(
            lambda.name(), lambda.parameters().size(), lambda.rest() != null, captured.size());
  }

  /** The lambda's code. */
  Code compile() {
    lambda.variables().forEach(this::takeSlot);
    lambda.variables().forEach(this::boxArgument);
    clearDead(lambda.body());
    expression(lambda.body(), Use.Simple.RETURN);
    return code.build();
  }

  private void takeSlot(Variable variable) {
    slots.put(variable, code.takeSlot());
  }

  private void boxArgument(Variable variable) {
    if (variable.isAssigned()) {
      int slot = slotOf(variable);
      code.emit(Opcode.TAKE_LOCAL, slot, lambda.span());
      code.emit(Opcode.BOX, lambda.span());
      code.emit(Opcode.SET_LOCAL, slot, lambda.span());
    }
  }

  private void expression(Core core, Use use) {
    switch (core) {
      case Core.Const c -> constant(c, use);
      case Core.LocalRef r -> reference(r, use);
      case Core.GlobalRef r -> {
        code.emit(Opcode.GLOBAL, compiler.globalNumber(r.name()), r.span());
        finish(use, r.span());
      }
      case Core.StandardRef r -> {
        code.emit(Opcode.STANDARD, compiler.globalNumber(r.name()), r.span());
        finish(use, r.span());
      }
      case Core.SetLocal s -> assignment(s, use);
      case Core.SetGlobal s -> {
        expression(s.value(), Use.Simple.PUSH);
        code.emit(Opcode.SET_GLOBAL, compiler.globalNumber(s.name()), s.span());
        unspecified(use, s.span());
      }
      case Core.DefineGlobal d -> {
        expression(d.value(), Use.Simple.PUSH);
        code.emit(Opcode.DEFINE_GLOBAL, compiler.globalNumber(d.name()), d.span());
        unspecified(use, d.span());
      }
      case Core.If i -> conditional(i, use);
      case Core.Lambda l -> closure(l, use);
      case Core.CaseLambda c -> caseClosure(c, use);
      case Core.Call c -> call(c, use);
      case Core.Seq s -> sequence(s, use);
      case Core.Let l -> let(l, use);
      case Core.Receive r -> receive(r, use);
      case Core.Fix f -> fix(f, use);
      case Core.Locations l -> locations(l, use);
      case Core.Letrec _ -> throw new IllegalArgumentException("a letrec has not been lowered");
    }
  }

  /** After an instruction has pushed a value: does with it what is wanted. */
  private void finish(Use use, Span span) {
    switch (use) {
      case Use.Simple.PUSH -> {}
      case Use.Simple.DROP, Use.Simple.DROP_ONE -> code.emit(Opcode.POP, span);
      case Use.Simple.RETURN -> code.emit(Opcode.RETURN, span);
      case Use.Receive(int fixed, boolean rest) -> code.emitReceive(fixed, rest, span);
    }
  }

  /** At a return point, which decides how many values a call may have. */
  private void finishCall(Use use, Span span) {
    if (use == Use.Simple.DROP_ONE) {
      code.emitReceive(1, false, span);
    }
    finish(use, span);
  }

  private static boolean isDropped(Use use) {
    return use == Use.Simple.DROP || use == Use.Simple.DROP_ONE;
  }

  /** After something that was done for its effect: supplies a value if one is wanted. */
  private void unspecified(Use use, Span span) {
    if (!isDropped(use)) {
      code.emitConstant(Unspecified.INSTANCE, span);
      finish(use, span);
    }
  }

  private void constant(Core.Const constant, Use use) {
    if (!isDropped(use)) {
      code.emitConstant(constant.value(), constant.span());
      finish(use, constant.span());
    }
  }

  private void reference(Core.LocalRef reference, Use use) {
    boolean last = liveness.isLastUse(reference);
    Variable variable = reference.variable();
    if (!isDropped(use)) {
      pushVariable(variable, last, reference.span());
      if (variable.isAssigned()) {
        code.emit(Opcode.UNBOX, reference.span());
      }
      finish(use, reference.span());
    } else if (last) {
      code.emit(Opcode.CLEAR_LOCAL, slotOf(variable), reference.span());
    }
  }

  /** Pushes what is kept for a variable: its value, or the box of an assigned one. */
  private void pushVariable(Variable variable, boolean last, Span span) {
    Integer capture = captures.get(variable);
    if (capture != null) {
      code.emit(Opcode.CAPTURED, capture, span);
    } else {
      code.emit(last ? Opcode.TAKE_LOCAL : Opcode.LOCAL, slotOf(variable), span);
    }
  }

  private int slotOf(Variable variable) {
    return Objects.requireNonNull(slots.get(variable));
  }

  private void assignment(Core.SetLocal assignment, Use use) {
    pushVariable(assignment.variable(), liveness.isLastUse(assignment), assignment.span());
    expression(assignment.value(), Use.Simple.PUSH);
    code.emit(Opcode.SET_BOX, assignment.span());
    unspecified(use, assignment.span());
  }

  private void closure(Core.Lambda inner, Use use) {
    pushClosure(inner);
    finish(use, inner.span());
  }

  private void caseClosure(Core.CaseLambda inner, Use use) {
    inner.clauses().forEach(this::pushClosure);
    code.emit(Opcode.CASE_CLOSURE, inner.clauses().size(), inner.span());
    finish(use, inner.span());
  }

  private void pushClosure(Core.Lambda inner) {
    for (Variable variable : compiler.capturesOf(inner)) {
      pushVariable(variable, liveness.isLastCapture(inner, variable), inner.span());
    }
    code.emitClosure(new BodyCompiler(compiler, inner).compile(), inner.span());
  }

  private void call(Core.Call call, Use use) {
    Opcode integrated = Integration.of(call);
    if (integrated != null) {
      call.operands().forEach(operand -> expression(operand, Use.Simple.PUSH));
      code.emit(integrated, call.span());
      finishCall(use, call.span());
      return;
    }
    expression(call.operator(), Use.Simple.PUSH);
    call.operands().forEach(operand -> expression(operand, Use.Simple.PUSH));
    if (use == Use.Simple.RETURN) {
      code.emit(Opcode.TAIL_CALL, call.operands().size(), call.span());
    } else {
      code.emit(Opcode.CALL, call.operands().size(), call.span());
      finishCall(use, call.span());
    }
  }

  private void sequence(Core.Seq sequence, Use use) {
    int last = sequence.parts().size() - 1;
    for (int i = 0; i < last; i++) {
      expression(sequence.parts().get(i), Use.Simple.DROP);
    }
    expression(sequence.parts().get(last), use);
  }

  private void let(Core.Let let, Use use) {
    for (int i = 0; i < let.variables().size(); i++) {
      initialise(let.variables().get(i), let.initialisers().get(i));
    }
    expression(let.body(), use);
    code.freeSlots(let.variables().size());
  }

  /** Makes the closures one after the other; where one captures a later one, it is patched. */
  private void fix(Core.Fix fix, Use use) {
    fix.variables().forEach(this::takeSlot);
    List<Patch> patches = new ArrayList<>();
    for (int i = 0; i < fix.lambdas().size(); i++) {
      List<Variable> pending = fix.variables().subList(i, fix.variables().size());
      member(fix.lambdas().get(i), fix.variables().get(i), pending, patches);
    }
    for (Patch patch : patches) {
      code.emit(Opcode.LOCAL, slotOf(patch.closure()), fix.span());
      code.emit(Opcode.LOCAL, slotOf(patch.value()), fix.span());
      code.emit(Opcode.PATCH, patch.capture(), fix.span());
    }
    for (Variable variable : fix.variables()) {
      if (liveness.isUnused(variable)) {
        code.emit(Opcode.CLEAR_LOCAL, slotOf(variable), fix.span());
      }
    }
    expression(fix.body(), use);
    code.freeSlots(fix.variables().size());
  }

  /** A captured place of a closure that still lacks the value of a variable. */
  private record Patch(Variable closure, int capture, Variable value) {}

  private void member(
      Core.Lambda inner, Variable name, List<Variable> pending, List<Patch> patches) {
    List<Variable> captured = compiler.capturesOf(inner);
    for (int capture = 0; capture < captured.size(); capture++) {
      Variable variable = captured.get(capture);
      if (pending.contains(variable)) {
        code.emitConstant(Unspecified.INSTANCE, inner.span());
        patches.add(new Patch(name, capture, variable));
      } else {
        pushVariable(variable, liveness.isLastCapture(inner, variable), inner.span());
      }
    }
    code.emitClosure(new BodyCompiler(compiler, inner).compile(), inner.span());
    code.emit(Opcode.SET_LOCAL, slotOf(name), inner.span());
  }

  private void locations(Core.Locations locations, Use use) {
    for (Variable variable : locations.variables()) {
      takeSlot(variable);
      code.emit(Opcode.EMPTY_BOX, locations.span());
      code.emit(Opcode.SET_LOCAL, slotOf(variable), locations.span());
    }
    expression(locations.body(), use);
    code.freeSlots(locations.variables().size());
  }

  private void initialise(Variable variable, Core initialiser) {
    takeSlot(variable);
    if (liveness.isUnused(variable)) {
      expression(initialiser, Use.Simple.DROP_ONE);
    } else {
      expression(initialiser, Use.Simple.PUSH);
      setVariable(variable, initialiser.span());
    }
  }

  /** Moves the top into the slot of a variable that begins here. */
  private void setVariable(Variable variable, Span span) {
    if (liveness.isUnused(variable)) {
      code.emit(Opcode.POP, span);
      return;
    }
    if (variable.isAssigned()) {
      code.emit(Opcode.BOX, span);
    }
    code.emit(Opcode.SET_LOCAL, slotOf(variable), span);
  }

  /** The values come onto the stack, wherever the producer ends, and from there into slots. */
  private void receive(Core.Receive receive, Use use) {
    int fixed = receive.parameters().size();
    expression(receive.producer(), new Use.Receive(fixed, receive.rest() != null));
    receive.variables().forEach(this::takeSlot);
    receive.variables().reversed().forEach(variable -> setVariable(variable, receive.span()));
    expression(receive.body(), use);
    code.freeSlots(receive.variables().size());
  }

  private void conditional(Core.If conditional, Use use) {
    Label otherwise = new Label();
    Label end = new Label();
    jumpIfFalse(conditional.test(), otherwise);
    int depth = code.depth();
    branch(conditional.then(), use);
    if (use != Use.Simple.RETURN && !isEmpty(conditional.otherwise(), use)) {
      code.emitJump(Opcode.JUMP, end, conditional.span());
    }
    code.resetDepth(depth);
    code.place(otherwise);
    branch(conditional.otherwise(), use);
    code.place(end);
  }

  /** Whether a branch needs no instruction. */
  private boolean isEmpty(Core branch, Use use) {
    return isDropped(use) && branch instanceof Core.Const && liveness.deadAtEntry(branch).isEmpty();
  }

  private void branch(Core branch, Use use) {
    clearDead(branch);
    expression(branch, use);
  }

  private void clearDead(Core branch) {
    for (Variable variable : liveness.deadAtEntry(branch)) {
      code.emit(Opcode.CLEAR_LOCAL, slotOf(variable), branch.span());
    }
  }

  /**
   * Evaluates a test for its truth alone: goes on after it, or at the label if it is false. A test
   * that is itself an {@code if}, as {@code and} and {@code or} are, jumps from within.
   */
  private void jumpIfFalse(Core test, Label whenFalse) {
    switch (test) {
      case Core.Const c when c.value() == Bool.FALSE ->
          code.emitJump(Opcode.JUMP, whenFalse, c.span());
      case Core.Const _ -> {}
      case Core.If i
          when isFalse(i.otherwise()) && liveness.deadAtEntry(i.otherwise()).isEmpty() -> {
        jumpIfFalse(i.test(), whenFalse);
        clearDead(i.then());
        jumpIfFalse(i.then(), whenFalse);
      }
      case Core.If i -> {
        Label otherwise = new Label();
        Label end = new Label();
        jumpIfFalse(i.test(), otherwise);
        clearDead(i.then());
        jumpIfFalse(i.then(), whenFalse);
        code.emitJump(Opcode.JUMP, end, i.span());
        code.place(otherwise);
        clearDead(i.otherwise());
        jumpIfFalse(i.otherwise(), whenFalse);
        code.place(end);
      }
      default -> {
        expression(test, Use.Simple.PUSH);
        code.emitJump(Opcode.JUMP_IF_FALSE, whenFalse, test.span());
      }
    }
  }

  private static boolean isFalse(Core core) {
    return core instanceof Core.Const c && c.value() == Bool.FALSE;
  }
}
