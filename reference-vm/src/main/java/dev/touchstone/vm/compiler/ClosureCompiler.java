package dev.touchstone.vm.compiler;

import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.value.Unspecified;
import java.util.ArrayList;
import java.util.List;

/** Writes the code that makes the procedures in a body. */
final class ClosureCompiler {
  private final Compiler compiler;
  private final CodeBuilder code;
  private final Liveness liveness;
  private final Places places;

  ClosureCompiler(Compiler compiler, CodeBuilder code, Liveness liveness, Places places) {
    this.compiler = compiler;
    this.code = code;
    this.liveness = liveness;
    this.places = places;
  }

  /** Pushes a closure. */
  void push(Core.Lambda lambda) {
    for (Variable variable : compiler.capturesOf(lambda)) {
      places.push(variable, liveness.isLastCapture(lambda, variable), lambda.span());
    }
    code.emitClosure(new BodyCompiler(compiler, lambda).compile(), lambda.span());
  }

  /** Pushes a procedure of several arities. */
  void push(Core.CaseLambda procedure) {
    procedure.clauses().forEach(this::push);
    code.emit(Opcode.CASE_CLOSURE, procedure.clauses().size(), procedure.span());
  }

  /**
   * Makes the closures of a {@code fix} one after the other, in slots that have been taken; where
   * one captures a later one, it is patched.
   */
  void fix(Core.Fix fix) {
    List<Patch> patches = new ArrayList<>();
    for (int i = 0; i < fix.lambdas().size(); i++) {
      List<Variable> pending = fix.variables().subList(i, fix.variables().size());
      member(fix.lambdas().get(i), fix.variables().get(i), pending, patches);
    }
    for (Patch patch : patches) {
      places.emit(Opcode.LOCAL, patch.closure(), fix.span());
      places.emit(Opcode.LOCAL, patch.value(), fix.span());
      code.emit(Opcode.PATCH, patch.capture(), fix.span());
    }
    for (Variable variable : fix.variables()) {
      if (liveness.isUnused(variable)) {
        places.emit(Opcode.CLEAR_LOCAL, variable, fix.span());
      }
    }
  }

  /** A captured place of a closure that still lacks the value of a variable. */
  private record Patch(Variable closure, int capture, Variable value) {}

  private void member(
      Core.Lambda lambda, Variable name, List<Variable> pending, List<Patch> patches) {
    List<Variable> captured = compiler.capturesOf(lambda);
    for (int capture = 0; capture < captured.size(); capture++) {
      Variable variable = captured.get(capture);
      if (pending.contains(variable)) {
        code.emitConstant(Unspecified.INSTANCE, lambda.span());
        patches.add(new Patch(name, capture, variable));
      } else {
        places.push(variable, liveness.isLastCapture(lambda, variable), lambda.span());
      }
    }
    code.emitClosure(new BodyCompiler(compiler, lambda).compile(), lambda.span());
    places.emit(Opcode.SET_LOCAL, name, lambda.span());
  }
}
