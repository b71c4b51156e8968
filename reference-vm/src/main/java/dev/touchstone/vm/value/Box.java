package dev.touchstone.vm.value;

import org.jspecify.annotations.Nullable;

/**
 * The location of an assigned variable. Programs never see one: the compiler puts a box where a
 * variable that is both assigned and captured would otherwise be copied. An empty box is a variable
 * whose initialiser has not run.
 */
public final class Box extends Value {
  private @Nullable Value content;

  /** A box that holds the value, or an empty one. */
  public Box(@Nullable Value content) {
    this.content = content;
  }

  /** What it holds, or null before initialisation. */
  public @Nullable Value get() {
    return content;
  }

  /** Replaces what it holds. */
  public void set(Value value) {
    content = value;
  }
}
