package dev.touchstone.vm.value;

/** The end-of-file object. */
public final class Eof extends Value {
  /** The only one. */
  public static final Eof INSTANCE = new Eof();

  private Eof() {}
}
