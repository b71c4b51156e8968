package dev.touchstone.vm.value;

/** Where the characters go that are written to a textual output port. */
public interface TextSink {
  /** Takes a text, which may be held back until {@link #flush}. */
  void write(String text);

  /** Passes on what was held back. */
  void flush();

  /** Flushes; nothing will be written any more. */
  void close();
}
