package dev.touchstone.vm.machine;

import dev.touchstone.vm.value.TextSink;
import java.util.function.Consumer;

/** Where a program's output goes, up to a number of bytes. */
public final class Output implements TextSink {
  private final Consumer<String> receiver;
  private final Runnable flush;
  private long left;

  /**
   * An output.
   *
   * @param receiver gets what is written, in order
   * @param limit how many bytes of UTF-8 may be written
   */
  public Output(Consumer<String> receiver, long limit) {
    this(receiver, () -> {}, limit);
  }

  /** An output whose receiver holds back what it gets until it is told to pass it on. */
  public Output(Consumer<String> receiver, Runnable flush, long limit) {
    this.receiver = receiver;
    this.flush = flush;
    this.left = limit;
  }

  /**
   * Writes a text.
   *
   * @throws Exhaustion if it is longer than what may still be written; then none of it is
   */
  @Override
  public void write(String text) {
    spend(utf8Length(text));
    receiver.accept(text);
  }

  @Override
  public void flush() {
    flush.run();
  }

  @Override
  public void close() {
    flush.run();
  }

  /** From now on so many bytes may be written. */
  public void allow(long bytes) {
    left = bytes;
  }

  /**
   * Counts bytes that are written elsewhere.
   *
   * @throws Exhaustion if there may be no more
   */
  void spend(long bytes) {
    left -= bytes;
    if (left < 0) {
      throw new Exhaustion(Exhaustion.OUTPUT);
    }
  }

  static long utf8Length(String text) {
    long bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        // A surrogate pair is two characters and four bytes.
        bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
      }
    }
    return bytes;
  }
}
