package dev.touchstone.conformance.subject.process;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** Bytes that a process wrote. */
public final class Bytes {
  private Bytes() {}

  /** Where the needle begins at or after an index, or -1. */
  public static int indexOf(byte[] bytes, byte[] needle, int from) {
    for (int i = from; i <= bytes.length - needle.length; i++) {
      if (bytes[i] == needle[0] && matches(bytes, needle, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean matches(byte[] bytes, byte[] needle, int at) {
    for (int i = 0; i < needle.length; i++) {
      if (bytes[at + i] != needle[i]) {
        return false;
      }
    }
    return true;
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Decodes UTF-8; what is none becomes the replacement character. */
  public static String lenient(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The offset of the first byte that belongs to no UTF-8 sequence. */
  public static OptionalInt firstInvalid(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(8192);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (result.isError()) {
        return OptionalInt.of(in.position());
      }
      if (result.isUnderflow()) {
        return OptionalInt.empty();
      }
      out.clear();
    }
  }
}
