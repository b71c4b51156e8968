package dev.touchstone.vm.value;

/** A character: a Unicode scalar value. */
public final class Char extends Value {
  private static final Char[] ASCII = new Char[0x80];

  static {
    for (int c = 0; c < ASCII.length; c++) {
      ASCII[c] = new Char(c);
    }
  }

  private final int codePoint;

  private Char(int codePoint) {
    this.codePoint = codePoint;
  }

  /**
   * The character of that code point.
   *
   * @param codePoint 0 to 0x10FFFF, no surrogate
   */
  public static Char of(int codePoint) {
    return codePoint < ASCII.length ? ASCII[codePoint] : new Char(codePoint);
  }

  /** Its code point. */
  public int codePoint() {
    return codePoint;
  }
}
