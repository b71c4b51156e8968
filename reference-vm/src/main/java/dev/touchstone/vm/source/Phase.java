package dev.touchstone.vm.source;

/** The stage at which a program was found wrong, in the order in which the stages run. */
public enum Phase {
  READ,
  EXPAND,
  COMPILE,
  VERIFY,
  RUN;

  /** The name used in cases, reports and messages: {@code read}, {@code expand}, ... */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
