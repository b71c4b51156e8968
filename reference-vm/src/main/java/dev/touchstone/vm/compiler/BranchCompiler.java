package dev.touchstone.vm.compiler;

import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.compiler.CodeBuilder.Label;
import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Bool;
import java.util.List;

/** Writes the code of the conditionals in a body. */
final class BranchCompiler {
  private final BodyCompiler body;
  private final CodeBuilder code;
  private final Liveness liveness;
  private final Places places;

  BranchCompiler(BodyCompiler body, CodeBuilder code, Liveness liveness, Places places) {
    this.body = body;
    this.code = code;
    this.liveness = liveness;
    this.places = places;
  }

  /** A conditional; both branches put their values to the same use. */
  void conditional(Core.If conditional, Use use) {
    Label otherwise = new Label();
    Label end = new Label();
    jumpIfFalse(conditional.test(), otherwise);
    int depth = code.depth();
    branch(conditional.then(), use);
    if (code.isReachable() && !isEmpty(conditional.otherwise(), use)) {
      code.emitJump(Opcode.JUMP, end, conditional.span());
    }
    code.resetDepth(depth);
    code.place(otherwise);
    branch(conditional.otherwise(), use);
    code.place(end);
  }

  /** A value if it is true, else another expression; both are put to the same use. */
  void either(Core.Or either, Use use) {
    Label kept = new Label();
    Label end = new Label();
    body.expression(either.first(), Use.Simple.PUSH);
    int depth = code.depth();
    code.emitJump(Opcode.JUMP_IF_TRUE_KEEP, kept, either.span());
    branch(either.second(), use);
    if (code.isReachable()
        && (use != Use.Simple.PUSH || !liveness.deadWhereKept(either).isEmpty())) {
      code.emitJump(Opcode.JUMP, end, either.span());
    }
    code.resetDepth(depth);
    code.place(kept);
    clear(liveness.deadWhereKept(either), either.span());
    body.finish(use, either.span());
    code.place(end);
  }

  /** Whether a branch needs no instruction. */
  private boolean isEmpty(Core branch, Use use) {
    return use.isDropped()
        && branch instanceof Core.Const
        && liveness.deadAtEntry(branch).isEmpty();
  }

  /** An expression that is evaluated if control comes there, or the whole body. */
  void branch(Core branch, Use use) {
    clearDead(branch);
    body.expression(branch, use);
  }

  private void clearDead(Core branch) {
    clear(liveness.deadAtEntry(branch), branch.span());
  }

  private void clear(List<Variable> dead, Span where) {
    dead.forEach(variable -> places.emit(Opcode.CLEAR_LOCAL, variable, where));
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
        body.expression(test, Use.Simple.PUSH);
        code.emitJump(Opcode.JUMP_IF_FALSE, whenFalse, test.span());
      }
    }
  }

  private static boolean isFalse(Core core) {
    return core instanceof Core.Const c && c.value() == Bool.FALSE;
  }
}
