package dev.touchstone.vm.bytecode.verifier;

import dev.touchstone.vm.source.Diagnostic;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import dev.touchstone.vm.source.Span;

/**
 * Why code is refused.
 *
 * @param rule what it breaks
 * @param function the name of the code
 * @param pc the word at which the instruction begins, or {@link #HEADER} if none is to blame
 * @param instruction the instruction with its operands, or what stands there instead
 * @param reason one sentence, without the place
 * @param span the program text that the instruction comes from
 */
public record Rejection(
    Rule rule, String function, int pc, String instruction, String reason, Span span) {
  /** In place of a word: the header, or the code as a whole. */
  public static final int HEADER = -1;

  /** {@code function:pc}, or the function alone. */
  public String place() {
    return pc == HEADER ? function : function + ":" + pc;
  }

  /** All of it in a line. */
  public String message() {
    String what = pc == HEADER ? instruction : place() + " " + instruction;
    return what + ": " + reason + " (" + rule.clause() + ": " + rule.sentence() + ").";
  }

  /** The same as any other rejection of a program. */
  public Diagnostic diagnostic() {
    return new Diagnostic(Phase.VERIFY, ErrorClass.SYNTAX, message(), span);
  }
}
