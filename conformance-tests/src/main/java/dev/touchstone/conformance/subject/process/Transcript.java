package dev.touchstone.conformance.subject.process;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * What a process wrote to one stream: the beginning up to a limit, the last bytes, and how many
 * there were, so that a process that writes without end fills no memory. Thread-safe.
 */
public final class Transcript {
  /** How many of the last bytes are kept in any case. */
  private static final int TAIL = 8192;

  private final int limit;
  private final byte[] needle;
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private byte[] tail = new byte[0];
  private byte[] lately = new byte[0];
  private long total;
  private boolean needleSeen;

  /**
   * An empty transcript.
   *
   * @param limit how many bytes of the beginning are kept
   * @param needle a text to look out for; empty for none
   */
  public Transcript(int limit, byte[] needle) {
    this.limit = limit;
    this.needle = needle.clone();
  }

  /** Takes the first bytes of a buffer. */
  public synchronized void append(byte[] buffer, int count) {
    total += count;
    int room = Math.min(count, limit - head.size());
    head.write(buffer, 0, room);
    tail = lastOf(concat(tail, buffer, count), TAIL);
    if (needle.length > 0 && !needleSeen) {
      byte[] window = concat(lately, buffer, count);
      needleSeen = Bytes.indexOf(window, needle, 0) >= 0;
      lately = lastOf(window, needle.length - 1);
    }
  }

  private static byte[] concat(byte[] before, byte[] buffer, int count) {
    byte[] all = Arrays.copyOf(before, before.length + count);
    System.arraycopy(buffer, 0, all, before.length, count);
    return all;
  }

  private static byte[] lastOf(byte[] bytes, int count) {
    return Arrays.copyOfRange(bytes, Math.max(0, bytes.length - count), bytes.length);
  }

  /** Whether the text to look out for has come by. */
  public synchronized boolean needleSeen() {
    return needleSeen;
  }

  /** Whether more came than is kept. */
  public synchronized boolean overflowed() {
    return total > limit;
  }

  /** How many bytes came. */
  public synchronized long total() {
    return total;
  }

  /** The beginning, up to the limit. */
  public synchronized byte[] head() {
    return head.toByteArray();
  }

  /** Whether these are the last bytes so far. */
  public synchronized boolean endsWith(byte[] bytes) {
    return Arrays.equals(lastOf(tail, bytes.length), bytes);
  }

  /**
   * The end of what came after the first bytes, decoded leniently; at most the last 8192 bytes.
   *
   * @param mark how many bytes came before
   */
  public synchronized String since(long mark) {
    return Bytes.lenient(lastOf(tail, (int) Math.min(TAIL, total - mark)));
  }

  /**
   * Everything, or the beginning and the last bytes with a gap that is marked; decoded leniently.
   */
  public synchronized String text() {
    String beginning = Bytes.lenient(head.toByteArray());
    return overflowed() ? beginning + "\n...\n" + Bytes.lenient(tail) : beginning;
  }
}
