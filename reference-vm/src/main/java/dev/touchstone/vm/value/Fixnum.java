package dev.touchstone.vm.value;

/** An exact integer that fits a {@code long}. */
public final class Fixnum extends Num {
  private static final int CACHED_FROM = -1024;
  private static final int CACHED_TO = 1023;
  private static final Fixnum[] CACHE = new Fixnum[CACHED_TO - CACHED_FROM + 1];

  static {
    for (int i = 0; i < CACHE.length; i++) {
      CACHE[i] = new Fixnum(CACHED_FROM + i);
    }
  }

  private final long value;

  private Fixnum(long value) {
    this.value = value;
  }

  /** The integer of that value. */
  public static Fixnum of(long value) {
    if (value >= CACHED_FROM && value <= CACHED_TO) {
      return CACHE[(int) value - CACHED_FROM];
    }
    return new Fixnum(value);
  }

  /** Its value. */
  public long value() {
    return value;
  }
}
