package dev.touchstone.vm.value;

/** A character: a Unicode scalar value. */
public final class Char extends Value {
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
    return new Char(codePoint);
  }

  /** Its code point. */
  public int codePoint() {
    return codePoint;
  }
}
