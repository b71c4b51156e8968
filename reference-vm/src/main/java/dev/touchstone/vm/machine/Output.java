package dev.touchstone.vm.machine;

import java.util.function.Consumer;

/** Where a program's output goes, up to a number of bytes. */
public final class Output {
  private final Consumer<String> receiver;
  private long left;

  /**
   * An output.
   *
   * @param receiver gets what is written, in order
   * @param limit how many bytes of UTF-8 may be written
   */
  public Output(Consumer<String> receiver, long limit) {
    this.receiver = receiver;
    this.left = limit;
  }

  /**
   * Writes a text.
   *
   * @throws Exhaustion if it is longer than what may still be written; then none of it is
   */
  public void write(String text) {
    left -= utf8Length(text);
    if (left < 0) {
      throw new Exhaustion(Exhaustion.OUTPUT);
    }
    receiver.accept(text);
  }

  private static long utf8Length(String text) {
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
