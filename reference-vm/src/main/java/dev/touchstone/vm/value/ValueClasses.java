package dev.touchstone.vm.value;

import java.util.IdentityHashMap;

/** Classes of values that are taken to be equal: union-find by identity. */
@SuppressWarnings("ReferenceEquality") // identity is the point of these classes
final class ValueClasses {
  private final IdentityHashMap<Value, Value> parents = new IdentityHashMap<>();

  /**
   * Makes one class of the classes of both values.
   *
   * @return false if they were in one class already
   */
  boolean join(Value a, Value b) {
    Value rootA = root(a);
    Value rootB = root(b);
    if (rootA == rootB) {
      return false;
    }
    parents.put(rootA, rootB);
    return true;
  }

  private Value root(Value value) {
    Value at = value;
    Value parent = parents.getOrDefault(at, at);
    while (parent != at) {
      Value grandparent = parents.getOrDefault(parent, parent);
      parents.put(at, grandparent);
      at = grandparent;
      parent = parents.getOrDefault(at, at);
    }
    return at;
  }
}
