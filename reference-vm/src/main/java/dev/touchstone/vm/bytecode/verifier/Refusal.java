package dev.touchstone.vm.bytecode.verifier;

/** Carries the first broken rule out of the checks. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Rule rule;
  private final int pc;
  private final String reason;

  Refusal(Rule rule, int pc, String reason) {
    super(reason, null, false, false);
    this.rule = rule;
    this.pc = pc;
    this.reason = reason;
  }

  Rule rule() {
    return rule;
  }

  /** The word, or {@link Rejection#HEADER}. */
  int pc() {
    return pc;
  }

  String reason() {
    return reason;
  }
}
