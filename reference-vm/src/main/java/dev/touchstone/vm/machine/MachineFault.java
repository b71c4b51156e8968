package dev.touchstone.vm.machine;

/** Something happened that compiled code cannot cause: a bug of this VM, not of the program. */
public final class MachineFault extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** A fault of that kind. */
  public MachineFault(String message) {
    super(message);
  }

  /** A fault that showed itself as an exception. */
  public MachineFault(String message, Throwable cause) {
    super(message, cause);
  }
}
