package dev.touchstone.vm.value;

/** Something that can be called: a primitive, or one of the machine's own kinds. */
public abstract non-sealed class Procedure extends Value {
  /** Its name in messages; {@code lambda} where the program gave none. */
  public abstract String name();
}
