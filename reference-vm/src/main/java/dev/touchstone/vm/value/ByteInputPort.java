package dev.touchstone.vm.value;

import org.jspecify.annotations.Nullable;

/** A port of octets to read from. */
public final class ByteInputPort extends Port {
  /** What {@link #read()} and {@link #peek} return at the end. */
  public static final int END = -1;

  private static final int BYTES = 8192;

  /** What has been fetched: the octets from {@code next} to before {@code end} are unread. */
  private byte[] octets;

  private int next;
  private int end;

  /** Where more comes from, or null if nothing does. */
  private final @Nullable ByteSource source;

  /** Whether the end was seen and not yet read. */
  private boolean seenEnd;

  private ByteInputPort(byte[] octets, int end, @Nullable ByteSource source) {
    this.octets = octets;
    this.end = end;
    this.source = source;
  }

  /** A port on the octets of a bytevector, copied now. */
  public static ByteInputPort of(Bytevector bytes) {
    return new ByteInputPort(bytes.octets(0, bytes.length()), bytes.length(), null);
  }

  /** A port on octets from outside. */
  public static ByteInputPort of(ByteSource source) {
    return new ByteInputPort(new byte[BYTES], 0, source);
  }

  /** The next octet, which stays; {@link #END} at the end. */
  public int peek() {
    if (next < end || fill()) {
      return octets[next] & 0xFF;
    }
    seenEnd = true;
    return END;
  }

  /** Takes the next octet; {@link #END} at the end. */
  public int read() {
    if (next < end || fill()) {
      return octets[next++] & 0xFF;
    }
    seenEnd = false;
    return END;
  }

  private boolean fill() {
    if (seenEnd || source == null) {
      return false;
    }
    int count = source.read(octets, 0, octets.length);
    next = 0;
    end = Math.max(count, 0);
    return count > 0;
  }

  /** Whether an octet, or the end, can be read without waiting. */
  public boolean ready() {
    return next < end || seenEnd || source == null || source.ready();
  }

  @Override
  public boolean isInput() {
    return true;
  }

  @Override
  public boolean isTextual() {
    return false;
  }

  @Override
  void release() {
    octets = new byte[0];
    next = 0;
    end = 0;
    if (source != null) {
      source.close();
    }
  }
}
