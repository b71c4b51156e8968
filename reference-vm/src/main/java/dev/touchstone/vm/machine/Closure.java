package dev.touchstone.vm.machine;

import dev.touchstone.vm.value.Procedure;
import dev.touchstone.vm.value.Value;
import java.util.Arrays;

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

  /** Of the values that stand in the slots from one on. */
  static Closure of(Template template, Value[] slots, int first) {
    int count = template.captures;
    return new Closure(
        template, count == 0 ? NO_CAPTURES : Arrays.copyOfRange(slots, first, first + count));
  }

  @Override
  public String name() {
    return template.code.name();
  }
}
