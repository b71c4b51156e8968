package dev.touchstone.vm.bytecode.binary;

/** What writer and reader have to agree on (BIN-2 to BIN-5). */
final class Format {
  /** The first byte is no text, and the line ends show whether somebody took it for one. */
  private static final byte[] MAGIC = {(byte) 0x89, 'T', 'B', 'C', '\r', '\n', 0x1A, '\n'};

  static final int VERSION = 1;

  static final int VERSION_AT = 8;
  static final int LENGTH_AT = 10;
  static final int CHECKSUM_AT = 14;
  static final int CONTENT_AT = 18;

  /** The most bytes of content. */
  static final int MOST_CONTENT = 1 << 28;

  /** The most bytes of an integer. */
  static final int MOST_INTEGER = 1 << 20;

  /** The most bytes of a ratio's numerator, and of its denominator. */
  static final int MOST_RATIO = 1 << 12;

  // The tags of data.

  static final int UNSPECIFIED = 0;
  static final int FALSE = 1;
  static final int TRUE = 2;
  static final int EMPTY_LIST = 3;
  static final int INTEGER = 4;
  static final int RATIO = 5;
  static final int FLONUM = 6;
  static final int CHARACTER = 7;
  static final int STRING = 8;
  static final int SYMBOL = 9;
  static final int PAIR = 10;
  static final int VECTOR = 11;
  static final int BYTEVECTOR = 12;
  static final int COMPLEX = 13;

  private Format() {}

  static byte[] magic() {
    return MAGIC.clone();
  }
}
