package dev.touchstone.vm.value;

/** What an expression returns whose value R7RS leaves unspecified. */
public final class Unspecified extends Value {
  /** The only one. */
  public static final Unspecified INSTANCE = new Unspecified();

  private Unspecified() {}
}
