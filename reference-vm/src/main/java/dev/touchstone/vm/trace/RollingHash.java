package dev.touchstone.vm.trace;

import java.util.HexFormat;

/**
 * The hash of all records so far: FNV-1a of 64 bits over the bytes of each text in UTF-8 and a line
 * feed after each (TRACE-22).
 *
 * <p>Source: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake: The FNV Non-Cryptographic Hash
 * Algorithm.
 */
public final class RollingHash {
  private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private long state = OFFSET_BASIS;

  /** Takes in the text of the next record. */
  public void add(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        take(c);
      } else {
        int codePoint = text.codePointAt(i);
        i += Character.charCount(codePoint) - 1;
        takeWide(codePoint);
      }
    }
    take('\n');
  }

  private void takeWide(int codePoint) {
    if (codePoint < 0x800) {
      take(0xc0 | (codePoint >> 6));
    } else {
      if (codePoint < 0x10000) {
        take(0xe0 | (codePoint >> 12));
      } else {
        take(0xf0 | (codePoint >> 18));
        take(0x80 | ((codePoint >> 12) & 0x3f));
      }
      take(0x80 | ((codePoint >> 6) & 0x3f));
    }
    take(0x80 | (codePoint & 0x3f));
  }

  private void take(int unsigned) {
    state = (state ^ unsigned) * PRIME;
  }

  /** The hash of what was taken in: 16 hexadecimal digits. */
  public String hex() {
    return HexFormat.of().toHexDigits(state);
  }

  /** The hash of one text, for example of a program's, as if it were a record. */
  public static String of(String text) {
    RollingHash hash = new RollingHash();
    hash.add(text);
    return hash.hex();
  }
}
