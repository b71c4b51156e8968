package dev.touchstone.vm.bytecode.binary;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Files whose length and checksum fit, whatever their content is. */
final class Sealed {
  private Sealed() {}

  static byte[] content(byte[] file) {
    return Arrays.copyOfRange(file, Format.CONTENT_AT, file.length);
  }

  /** A file of that content. */
  static byte[] file(byte... content) {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    return ByteBuffer.allocate(Format.CONTENT_AT + content.length)
        .put(Format.magic())
        .putShort((short) Format.VERSION)
        .putInt(content.length)
        .putInt((int) checksum.getValue())
        .put(content)
        .array();
  }
}
