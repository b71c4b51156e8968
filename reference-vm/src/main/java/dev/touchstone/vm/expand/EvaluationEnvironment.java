package dev.touchstone.vm.expand;

import dev.touchstone.vm.value.Opaque;

/** What {@code environment} and its kin return: where {@code eval} evaluates (R7RS 6.12). */
public final class EvaluationEnvironment extends Opaque {
  private final TopLevel top;

  EvaluationEnvironment(TopLevel top) {
    this.top = top;
  }

  @Override
  public String kind() {
    return "environment";
  }

  TopLevel top() {
    return top;
  }
}
