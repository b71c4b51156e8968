package dev.touchstone.vm.value;

/** A port (R7RS 6.13): it is open until it is closed, and serves one direction and one unit. */
public abstract sealed class Port extends Value
    permits TextInputPort, TextOutputPort, ByteInputPort, ByteOutputPort {
  private boolean open = true;

  Port() {}

  /** Whether one reads from it; else one writes to it. */
  public abstract boolean isInput();

  /** Whether it is a port of characters; else it is one of octets. */
  public abstract boolean isTextual();

  /** Whether it has not been closed. */
  public final boolean isOpen() {
    return open;
  }

  /** Closes it, unless that was done before. */
  public final void close() {
    if (open) {
      open = false;
      release();
    }
  }

  /** Gives back what it holds of the world outside. */
  abstract void release();
}
