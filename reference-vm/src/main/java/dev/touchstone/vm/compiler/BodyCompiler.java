package dev.touchstone.vm.compiler;

import dev.touchstone.vm.bytecode.CaptureKind;
import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Unspecified;
import java.util.List;

/** Writes the code of one lambda's body. */
final class BodyCompiler {
  private final Compiler compiler;
  private final Core.Lambda lambda;
  private final Liveness liveness;
  private final CodeBuilder code;

  private final Places places;
  private final ClosureCompiler closures;
  private final BranchCompiler branches;
  private final LoopCompiler loops;

  BodyCompiler(Compiler compiler, Core.Lambda lambda) {
    this.compiler = compiler;
    this.lambda = lambda;
    this.liveness = compiler.livenessOf(lambda);
    List<Variable> captured = compiler.capturesOf(lambda);
    this.code =
        new CodeBuilder(
            lambda.name(), lambda.parameters().size(), lambda.rest() != null, kinds(captured));
    this.places = new Places(code, captured);
    this.closures = new ClosureCompiler(compiler, code, liveness, places);
    this.branches = new BranchCompiler(this, code, liveness, places);
    this.loops = new LoopCompiler(this, code, liveness, places);
  }

  /** Assigned variables, and those that are looked at before they have a value, live in boxes. */
  private static List<CaptureKind> kinds(List<Variable> captured) {
    return captured.stream()
        .map(variable -> variable.isAssigned() ? CaptureKind.BOX : CaptureKind.VALUE)
        .toList();
  }

  /** The lambda's code. */
  Code compile() {
    places.take(lambda.variables());
    lambda.variables().forEach(this::boxArgument);
    branches.branch(lambda.body(), Use.Simple.RETURN);
    return code.build();
  }

  private void boxArgument(Variable variable) {
    if (variable.isAssigned()) {
      places.push(variable, true, lambda.span());
      code.emit(Opcode.BOX, lambda.span());
      places.emit(Opcode.SET_LOCAL, variable, lambda.span());
    }
  }

  /** Writes the code of an expression whose value is put to that use. */
  void expression(Core core, Use use) {
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
      case Core.If i -> branches.conditional(i, use);
      case Core.Lambda l -> {
        closures.push(l);
        finish(use, l.span());
      }
      case Core.CaseLambda c -> {
        closures.push(c);
        finish(use, c.span());
      }
      case Core.Call c -> call(c, use);
      case Core.Seq s -> sequence(s, use);
      case Core.Let l -> let(l, use);
      case Core.Receive r -> receive(r, use);
      case Core.Fix f -> fix(f, use);
      case Core.Locations l -> locations(l, use);
      case Core.Or o -> branches.either(o, use);
      case Core.Loop l -> loops.loop(l, use);
      case Core.Again a -> loops.again(a, use);
      case Core.Letrec _ -> throw new IllegalArgumentException("a letrec has not been lowered");
    }
  }

  /** After an instruction has pushed a value: does with it what is wanted. */
  void finish(Use use, Span span) {
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

  /** After something that was done for its effect: supplies a value if one is wanted. */
  private void unspecified(Use use, Span span) {
    if (!use.isDropped()) {
      code.emitConstant(Unspecified.INSTANCE, span);
      finish(use, span);
    }
  }

  private void constant(Core.Const constant, Use use) {
    if (!use.isDropped()) {
      code.emitConstant(constant.value(), constant.span());
      finish(use, constant.span());
    }
  }

  private void reference(Core.LocalRef reference, Use use) {
    boolean last = liveness.isLastUse(reference);
    Variable variable = reference.variable();
    // A box is looked into even for nothing: if it is empty, that is an error (REC-11).
    if (!use.isDropped() || variable.isAssigned()) {
      places.push(variable, last, reference.span());
      if (variable.isAssigned()) {
        code.emit(Opcode.UNBOX, reference.span());
      }
      finish(use, reference.span());
    } else if (last) {
      places.emit(Opcode.CLEAR_LOCAL, variable, reference.span());
    }
  }

  private void assignment(Core.SetLocal assignment, Use use) {
    places.push(assignment.variable(), liveness.isLastUse(assignment), assignment.span());
    expression(assignment.value(), Use.Simple.PUSH);
    code.emit(Opcode.SET_BOX, assignment.span());
    unspecified(use, assignment.span());
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
    int last = let.variables().size() - 1;
    for (int i = 0; i <= last; i++) {
      initialise(let.variables().get(i), let.initialisers().get(i), i == last);
    }
    // A box belongs to one entry of the body, and what comes before it may return a second time.
    let.variables().stream().limit(Math.max(last, 0)).forEach(v -> box(v, let.span()));
    expression(let.body(), use);
    places.free(let.variables());
  }

  private void fix(Core.Fix fix, Use use) {
    places.take(fix.variables());
    closures.fix(fix);
    expression(fix.body(), use);
    places.free(fix.variables());
  }

  private void locations(Core.Locations locations, Use use) {
    places.take(locations.variables());
    for (Variable variable : locations.variables()) {
      code.emit(Opcode.EMPTY_BOX, locations.span());
      places.emit(Opcode.SET_LOCAL, variable, locations.span());
    }
    expression(locations.body(), use);
    places.free(locations.variables());
  }

  private void initialise(Variable variable, Core initialiser, boolean isLast) {
    places.take(List.of(variable));
    if (liveness.isUnused(variable)) {
      expression(initialiser, Use.Simple.DROP_ONE);
      return;
    }
    expression(initialiser, Use.Simple.PUSH);
    if (isLast) {
      setVariable(variable, initialiser.span());
    } else {
      places.emit(Opcode.SET_LOCAL, variable, initialiser.span());
    }
  }

  /** Puts the value of a variable, if it is assigned, into a box, and that into its slot. */
  void box(Variable variable, Span span) {
    if (variable.isAssigned() && !liveness.isUnused(variable)) {
      places.emit(Opcode.TAKE_LOCAL, variable, span);
      setVariable(variable, span);
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
    places.emit(Opcode.SET_LOCAL, variable, span);
  }

  /** The values come onto the stack, wherever the producer ends, and from there into slots. */
  private void receive(Core.Receive receive, Use use) {
    int fixed = receive.parameters().size();
    expression(receive.producer(), new Use.Receive(fixed, receive.rest() != null));
    places.take(receive.variables());
    receive.variables().reversed().forEach(variable -> setVariable(variable, receive.span()));
    expression(receive.body(), use);
    places.free(receive.variables());
  }
}
