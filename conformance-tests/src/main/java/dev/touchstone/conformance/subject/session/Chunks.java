package dev.touchstone.conformance.subject.session;

import java.util.ArrayList;
import java.util.List;

/**
 * Bytes that come bit by bit. They lie in pieces of one size: an array that doubles would need
 * three times the room while it grows.
 */
final class Chunks {
  private static final int CHUNK = 1 << 15;

  /** Used again and again: most lines need no other. */
  private final byte[] first = new byte[CHUNK];

  private final List<byte[]> chunks = new ArrayList<>();
  private int size;

  /** How many bytes there are. */
  int size() {
    return size;
  }

  /** Adds a part of a buffer. */
  void add(byte[] buffer, int from, int count) {
    int done = 0;
    while (done < count) {
      int at = size % CHUNK;
      if (at == 0) {
        chunks.add(chunks.isEmpty() ? first : new byte[CHUNK]);
      }
      int part = Math.min(count - done, CHUNK - at);
      System.arraycopy(buffer, from + done, chunks.getLast(), at, part);
      done += part;
      size += part;
    }
  }

  /** The first bytes, as many as there are. */
  byte[] beginning(int most) {
    byte[] bytes = new byte[Math.min(size, most)];
    for (int i = 0; i * CHUNK < bytes.length; i++) {
      int part = Math.min(CHUNK, bytes.length - i * CHUNK);
      System.arraycopy(chunks.get(i), 0, bytes, i * CHUNK, part);
    }
    return bytes;
  }

  /** All bytes; none are left. */
  byte[] take() {
    byte[] all = beginning(size);
    cut(0);
    return all;
  }

  /** Drops all but the first bytes. */
  void cut(int most) {
    size = Math.min(size, most);
    int kept = (size + CHUNK - 1) / CHUNK;
    chunks.subList(kept, chunks.size()).clear();
  }
}
