package dev.touchstone.vm.value;

import dev.touchstone.vm.source.ErrorClass;

/** Characters out of octets in UTF-8. Octets that are none raise a condition of class read. */
final class Utf8Source implements PointSource {
  private static final int BYTES = 8192;
  private static final int MALFORMED = -1;
  private static final int INCOMPLETE = -2;

  private final ByteSource octets;
  private final byte[] buffer = new byte[BYTES];
  private int next;
  private int end;
  private boolean atEnd;

  Utf8Source(ByteSource octets) {
    this.octets = octets;
  }

  @Override
  public int fill(int[] into) {
    while (true) {
      int count = decode(into);
      if (count > 0) {
        return count;
      }
      if (next < end && (atEnd || decodeOne() == MALFORMED)) {
        throw malformed();
      }
      if (!more()) {
        return -1;
      }
    }
  }

  /** Whether there are more octets, or at the end of all some are left that make no character. */
  private boolean more() {
    if (atEnd) {
      atEnd = false;
      return false;
    }
    System.arraycopy(buffer, next, buffer, 0, end - next);
    end -= next;
    next = 0;
    int count = octets.read(buffer, end, BYTES - end);
    if (count < 0) {
      atEnd = end > 0;
      return atEnd;
    }
    end += count;
    return true;
  }

  private RuntimeException malformed() {
    int octet = buffer[next++] & 0xFF;
    return SchemeError.of(
        ErrorClass.READ, "the input is no text in UTF-8; this octet is wrong", Fixnum.of(octet));
  }

  /** As many characters as are whole. */
  private int decode(int[] into) {
    int count = 0;
    while (count < into.length && next < end) {
      int point = buffer[next] >= 0 ? buffer[next++] : decodeLong();
      if (point < 0) {
        break;
      }
      into[count++] = point;
    }
    return count;
  }

  private int decodeLong() {
    int point = decodeOne();
    if (point >= 0) {
      next += point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }
    return point;
  }

  /** The character of several octets at {@code next}, which stays. */
  private int decodeOne() {
    int first = buffer[next] & 0xFF;
    if (first < 0x80) {
      return first;
    }
    int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length == 0) {
      return MALFORMED;
    }
    int point = first & (0xFF >> (length + 1));
    for (int i = 1; i < length; i++) {
      if (next + i == end) {
        return INCOMPLETE;
      }
      int octet = buffer[next + i] & 0xFF;
      if (octet >> 6 != 2) {
        return MALFORMED;
      }
      point = (point << 6) | (octet & 0x3F);
    }
    return isScalar(point, length) ? point : MALFORMED;
  }

  private static boolean isScalar(int point, int length) {
    boolean shortest = length == 2 || point >= (length == 3 ? 0x800 : 0x10000);
    boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return shortest && !surrogate && point <= Character.MAX_CODE_POINT;
  }

  @Override
  public boolean ready() {
    return octets.ready();
  }

  @Override
  public void close() {
    octets.close();
  }
}
