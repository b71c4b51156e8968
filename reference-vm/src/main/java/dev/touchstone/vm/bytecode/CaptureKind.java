package dev.touchstone.vm.bytecode;

import java.util.Locale;

/** What a closure holds for a variable that it has captured. */
public enum CaptureKind {
  /** The variable's value: it never changes. */
  VALUE,
  /** The variable's location: it is assigned, or referred to before it has a value. */
  BOX;

  /** Its name in listings: {@code value} or {@code box}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
