package dev.touchstone.vm.definitional;

import dev.touchstone.vm.machine.Errors;
import dev.touchstone.vm.value.Value;
import org.jspecify.annotations.Nullable;

/** A place of the store that belongs to a local variable (PROC-2). */
final class Location {
  private @Nullable Value content;

  /**
   * A location that the store did not have.
   *
   * @param content its value, or null if it is to have none yet
   */
  Location(@Nullable Value content) {
    this.content = content;
  }

  /**
   * {@code s(l)}.
   *
   * @throws dev.touchstone.vm.value.SchemeError if it has no content (REC-11)
   */
  Value get() {
    if (content == null) {
      throw Errors.uninitialised();
    }
    return content;
  }

  /** {@code s[l := v]}. */
  void set(Value value) {
    content = value;
  }
}
