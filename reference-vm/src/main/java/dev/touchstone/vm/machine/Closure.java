package dev.touchstone.vm.machine;

import dev.touchstone.vm.value.Procedure;
import dev.touchstone.vm.value.Value;

/** A procedure of the program: code, and copies of the values that it captured. */
final class Closure extends Procedure {
  static final Value[] NO_CAPTURES = {};

  final Template template;

  /**
   * Never changed once the closure can be called: an assigned variable is captured as its box, and
   * {@code PATCH} comes before.
   */
  final Value[] captures;

  Closure(Template template, Value[] captures) {
    this.template = template;
    this.captures = captures;
  }

  @Override
  public String name() {
    return template.code.name();
  }
}
