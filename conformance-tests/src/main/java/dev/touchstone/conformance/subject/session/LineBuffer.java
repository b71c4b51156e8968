package dev.touchstone.conformance.subject.session;

import dev.touchstone.conformance.subject.process.Intake;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The lines that a process writes, until someone takes them. It keeps one line whole, and of more
 * only the beginnings of a few, so that it stays small whatever the process writes. Thread-safe.
 */
final class LineBuffer implements Intake {
  /** One that is waited for, one too many: more are not told apart. */
  private static final int MOST = 2;

  /** What is kept of a line that nobody waits for. */
  private static final int GLIMPSE = 400;

  private final Deque<byte[]> lines = new ArrayDeque<>();
  private final Chunks current = new Chunks();
  private boolean overlong;
  private int limit;

  /**
   * An empty buffer.
   *
   * @param limit how many bytes a line may have
   */
  LineBuffer(int limit) {
    this.limit = limit;
  }

  /** Says how long the next line may be, in bytes. */
  synchronized void allow(int bytes) {
    limit = bytes;
  }

  /** How long the next line may be, in bytes. */
  synchronized int limit() {
    return limit;
  }

  @Override
  public synchronized void take(byte[] buffer, int count) {
    int from = 0;
    for (int i = 0; i < count && !overlong; i++) {
      if (buffer[i] == '\n') {
        add(buffer, from, i);
        end();
        from = i + 1;
      }
    }
    add(buffer, from, count);
  }

  private void add(byte[] buffer, int from, int to) {
    if (overlong) {
      return;
    }
    int room = (lines.isEmpty() ? limit : GLIMPSE) - current.size();
    int taken = Math.max(0, Math.min(to - from, room));
    current.add(buffer, from, taken);
    if (taken < to - from && lines.isEmpty()) {
      overlong = true;
      current.cut(GLIMPSE);
    }
  }

  private void end() {
    if (overlong) {
      return;
    }
    byte[] line = current.take();
    if (lines.size() < MOST) {
      lines.add(line);
    }
  }

  /** Whether there is a line, or one that will be too long. */
  synchronized boolean ready() {
    return overlong || !lines.isEmpty();
  }

  /** Whether the line that is being written is longer than a line may be. */
  synchronized boolean overlong() {
    return overlong;
  }

  /** The next line without its end, if there is one. */
  synchronized Optional<byte[]> poll() {
    return Optional.ofNullable(lines.poll());
  }

  /** What stands after the last line feed; cut. */
  synchronized byte[] rest() {
    return current.beginning(GLIMPSE);
  }
}
