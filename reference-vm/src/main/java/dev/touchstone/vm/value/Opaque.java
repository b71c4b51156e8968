package dev.touchstone.vm.value;

/** An object that the library passes around inside itself, and that no program sees. */
public abstract non-sealed class Opaque extends Value {
  /** The word that stands for it where a value is written. */
  public String kind() {
    return "opaque";
  }
}
