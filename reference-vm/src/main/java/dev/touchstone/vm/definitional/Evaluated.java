package dev.touchstone.vm.definitional;

import dev.touchstone.vm.value.Value;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of the parts of an expression that have been evaluated so far, in order. Immutable: a
 * continuation that is entered again finds those that it was captured with, and no others.
 */
final class Evaluated {
  /** Of an expression of which no part has been evaluated. */
  static final Evaluated NONE = new Evaluated(null, null, 0);

  private final @Nullable Value last;
  private final @Nullable Evaluated before;
  private final int count;

  private Evaluated(@Nullable Value last, @Nullable Evaluated before, int count) {
    this.last = last;
    this.before = before;
    this.count = count;
  }

  /** These and one more. */
  Evaluated and(Value value) {
    return new Evaluated(value, this, count + 1);
  }

  /** How many there are: the number, from 0, of the part that comes next. */
  int count() {
    return count;
  }

  /** In order. */
  List<Value> values() {
    Value[] values = new Value[count];
    Evaluated at = this;
    while (at.last != null && at.before != null) {
      values[at.count - 1] = at.last;
      at = at.before;
    }
    return Arrays.asList(values);
  }
}
