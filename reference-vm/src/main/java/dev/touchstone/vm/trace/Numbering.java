package dev.touchstone.vm.trace;

import dev.touchstone.vm.value.Value;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers objects in the order of their first appearance, and keeps none of them alive: an object
 * that is gone is never asked for again.
 */
final class Numbering {
  private final ReferenceQueue<Value> gone = new ReferenceQueue<>();
  private final Map<Key, Integer> numbers = new HashMap<>();
  private int count;

  /** The number of an object, from 1. */
  int of(Value value) {
    for (Reference<?> old = gone.poll(); old != null; old = gone.poll()) {
      numbers.remove(old);
    }
    return numbers.computeIfAbsent(new Key(value, gone), _ -> ++count);
  }

  /** Equal while both objects are there and the same, or if it is the same key. */
  private static final class Key extends WeakReference<Value> {
    private final int hash;

    Key(Value value, ReferenceQueue<Value> gone) {
      super(value, gone);
      hash = System.identityHashCode(value);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // an object is what is numbered
    public boolean equals(@Nullable Object other) {
      return this == other || (other instanceof Key key && get() != null && get() == key.get());
    }
  }
}
