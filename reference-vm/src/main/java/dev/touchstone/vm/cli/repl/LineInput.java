package dev.touchstone.vm.cli.repl;

import dev.touchstone.vm.value.ByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The standard input of a program where the session takes lines from it too: a line at a time. */
final class LineInput implements ByteSource {
  private final LineSource lines;
  private byte[] line = {};
  private int taken;

  LineInput(LineSource lines) {
    this.lines = lines;
  }

  @Override
  public int read(byte[] into, int from, int count) {
    if (taken == line.length && !nextLine()) {
      return -1;
    }
    int length = Math.min(count, line.length - taken);
    System.arraycopy(line, taken, into, from, length);
    taken += length;
    return length;
  }

  private boolean nextLine() {
    try {
      String next = lines.next();
      line = next == null ? new byte[0] : (next + "\n").getBytes(StandardCharsets.UTF_8);
      taken = 0;
      return next != null;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public boolean ready() {
    return taken < line.length;
  }

  @Override
  public void close() {}
}
