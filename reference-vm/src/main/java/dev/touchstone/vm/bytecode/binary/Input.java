package dev.touchstone.vm.bytecode.binary;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A place in bytes, from which one part after the other is read. */
final class Input {
  private static final int LOW_BITS = 7;
  private static final int MORE = 0x80;
  private static final int MOST_BYTES = 5;

  private final byte[] bytes;
  private int at;

  Input(byte[] bytes, int start) {
    this.bytes = bytes;
    this.at = start;
  }

  /** Where the next part begins. */
  int offset() {
    return at;
  }

  int remaining() {
    return bytes.length - at;
  }

  BrokenBinary broken(int offset, String message) {
    return new BrokenBinary(offset, message);
  }

  int octet(String what) {
    if (at == bytes.length) {
      throw broken(at, "the file ends where " + what + " should be");
    }
    return bytes[at++] & 0xFF;
  }

  /** A byte that is 0 or 1. */
  boolean flag(String what) {
    int start = at;
    int value = octet(what);
    if (value > 1) {
      throw broken(start, what + " is 0 or 1, not " + value);
    }
    return value == 1;
  }

  byte[] octets(int count, String what) {
    if (count > remaining()) {
      throw broken(at, what + " has " + count + " bytes, and the file " + remaining() + " more");
    }
    at += count;
    return Arrays.copyOfRange(bytes, at - count, at);
  }

  /** A number from 0 to 2147483647, in as few bytes as it needs. */
  int number(String what) {
    int start = at;
    long value = 0;
    for (int i = 0; i < MOST_BYTES; i++) {
      int next = octet(what);
      value |= (long) (next & (MORE - 1)) << (i * LOW_BITS);
      if (next < MORE) {
        if (next == 0 && i > 0) {
          throw broken(start, what + " is written in more bytes than it needs");
        }
        return checked(value, start, what);
      }
    }
    throw broken(start, what + " is longer than five bytes");
  }

  private int checked(long value, int start, String what) {
    if (value > Integer.MAX_VALUE) {
      throw broken(start, what + " is " + value + ", and at most 2147483647");
    }
    return (int) value;
  }

  /** How many of something follow, each of them at least so many bytes long. */
  int count(String what, int least) {
    int start = at;
    int count = number("the number of " + what);
    if ((long) count * least > remaining()) {
      throw broken(start, count + " " + what + " do not fit into " + remaining() + " bytes");
    }
    return count;
  }

  /** The number of one of so many things. */
  int index(int size, String what) {
    int start = at;
    int index = number(what);
    if (index >= size) {
      throw broken(start, what + " is " + index + ", and there are " + size);
    }
    return index;
  }

  String text(String what) {
    int length = number("the length of " + what);
    int start = at;
    if (length > remaining()) {
      throw broken(
          start, what + " has " + length + " bytes, and the file " + remaining() + " more");
    }
    try {
      at += length;
      ByteBuffer part = ByteBuffer.wrap(bytes, start, length);
      return StandardCharsets.UTF_8.newDecoder().decode(part).toString();
    } catch (CharacterCodingException e) {
      throw broken(start, what + " is not UTF-8");
    }
  }

  /** An integer, in as few bytes as it needs. */
  BigInteger integer(int most) {
    int start = at;
    int length = number("the length of an integer");
    if (length == 0 || length > most) {
      throw broken(start, "an integer has 1 to " + most + " bytes, not " + length);
    }
    int digits = at;
    byte[] octets = octets(length, "an integer");
    if (length > 1 && octets[0] == (octets[1] < 0 ? -1 : 0)) {
      throw broken(digits, "an integer is written in more bytes than it needs");
    }
    return new BigInteger(octets);
  }
}
