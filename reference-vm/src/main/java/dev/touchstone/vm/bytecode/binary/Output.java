package dev.touchstone.vm.bytecode.binary;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bytes that grow. */
final class Output {
  private static final int LOW_BITS = 7;
  private static final int MORE = 0x80;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  void octet(int value) {
    bytes.write(value);
  }

  void octets(byte[] values) {
    bytes.writeBytes(values);
  }

  /** A number from 0 on, seven bits to a byte, the lowest first (BIN-3). */
  void number(int value) {
    if (value < 0) {
      throw new IllegalArgumentException("a number less than zero cannot be written: " + value);
    }
    int rest = value;
    while (rest >= MORE) {
      bytes.write((rest & (MORE - 1)) | MORE);
      rest >>>= LOW_BITS;
    }
    bytes.write(rest);
  }

  void text(String text) {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] octets = new byte[encoded.remaining()];
      encoded.get(octets);
      number(octets.length);
      octets(octets);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("half of a surrogate pair cannot be written", e);
    }
  }

  void integer(BigInteger value, int most) {
    byte[] octets = value.toByteArray();
    if (octets.length > most) {
      throw new IllegalArgumentException("a number of more than " + most + " bytes");
    }
    number(octets.length);
    octets(octets);
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
