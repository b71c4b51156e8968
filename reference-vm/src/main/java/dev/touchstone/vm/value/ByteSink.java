package dev.touchstone.vm.value;

/**
 * Where the octets go that are written to an output port. Every method may raise a condition of
 * class {@code file}.
 */
public interface ByteSink {
  /** Takes octets, which may be held back until {@link #flush}. */
  void write(byte[] octets);

  /** Passes on what was held back. */
  void flush();

  /** Flushes; nothing will be written any more. */
  void close();
}
