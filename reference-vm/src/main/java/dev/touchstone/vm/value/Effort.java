package dev.touchstone.vm.value;

import java.math.BigInteger;
import java.util.function.Supplier;

/**
 * What arithmetic on large numbers costs. The machine asks its host every few thousand steps
 * whether to go on, and a single operation on numbers of millions of bits takes longer than these;
 * so before such an operation the host is asked as well.
 *
 * <p>Whom to ask is bound while a run goes on, not passed through the tower: small numbers, which
 * are nearly all, never look. Where no run goes on, as while a text is read, nobody is asked.
 */
public final class Effort {
  /** Operands that have no more bits together are no effort. */
  private static final long SMALL = 1L << 12;

  /** How many bits of operands go by between two questions. */
  private static final long INTERVAL = 1L << 18;

  private static final ScopedValue<Effort> CURRENT = ScopedValue.newInstance();

  private final Runnable poll;
  private long bits;

  private Effort(Runnable poll) {
    this.poll = poll;
  }

  /**
   * Runs something whose large operations ask first.
   *
   * @param poll returns if the operation may go on, and throws what ends the run
   */
  public static <T> T during(Runnable poll, Supplier<T> run) {
    return ScopedValue.where(CURRENT, new Effort(poll)).call(run::get);
  }

  /** An operation on these two is about to begin. */
  static void on(BigInteger a, BigInteger b) {
    of((long) a.bitLength() + b.bitLength());
  }

  /** An operation on numbers of so many bits is about to begin. */
  static void of(long bits) {
    if (bits > SMALL && CURRENT.isBound()) {
      CURRENT.get().spend(bits);
    }
  }

  private void spend(long more) {
    bits += more;
    if (bits >= INTERVAL) {
      bits = 0;
      poll.run();
    }
  }
}
