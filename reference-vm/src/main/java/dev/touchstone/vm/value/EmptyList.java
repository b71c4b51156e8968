package dev.touchstone.vm.value;

/** The empty list, {@code ()}. */
public final class EmptyList extends Value {
  /** The only one. */
  public static final EmptyList INSTANCE = new EmptyList();

  private EmptyList() {}
}
