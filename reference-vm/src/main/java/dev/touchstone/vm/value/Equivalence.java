package dev.touchstone.vm.value;

import java.util.ArrayDeque;
import java.util.Deque;

/** {@code eq?}, {@code eqv?} and {@code equal?} (R7RS 6.1). */
@SuppressWarnings("ReferenceEquality") // identity of values is what is asked for here
public final class Equivalence {
  private Equivalence() {}

  /** {@code eq?}: identity, except that fixnums and characters of one value are the same. */
  public static boolean eq(Value a, Value b) {
    if (a == b) {
      return true;
    }
    return switch (a) {
      case Fixnum x -> b instanceof Fixnum y && x.value() == y.value();
      case Char x -> b instanceof Char y && x.codePoint() == y.codePoint();
      default -> false;
    };
  }

  /**
   * {@code eqv?}: as {@code eq?}, and numbers of the same exactness and value. {@code -0.0} and
   * {@code 0.0} differ; NaN is itself.
   */
  public static boolean eqv(Value a, Value b) {
    if (a == b) {
      return true;
    }
    return switch (a) {
      case Bignum x -> b instanceof Bignum y && x.value().equals(y.value());
      case Ratio x ->
          b instanceof Ratio y
              && x.numerator().equals(y.numerator())
              && x.denominator().equals(y.denominator());
      case Flonum x ->
          b instanceof Flonum y
              && Double.doubleToLongBits(x.value()) == Double.doubleToLongBits(y.value());
      case Complex x ->
          b instanceof Complex y && eqv(x.real(), y.real()) && eqv(x.imaginary(), y.imaginary());
      default -> eq(a, b);
    };
  }

  /**
   * {@code equal?}: iterative, and total on cyclic data (two data are equal if no unfolding tells
   * them apart).
   */
  public static boolean equal(Value a, Value b) {
    for (Attempt attempt : Attempt.values()) {
      Answer answer = new Comparison(attempt).run(a, b);
      if (answer != Answer.UNKNOWN) {
        return answer == Answer.EQUAL;
      }
    }
    throw new IllegalStateException("the last attempt has no end but an answer");
  }

  /**
   * To remember which parts were compared is what makes a comparison of cyclic or much shared data
   * end, and costs several times as much as the comparison. So it is tried without, and soon with,
   * and once more without, before all is remembered.
   */
  private enum Attempt {
    SMALL(1000, false),
    MEDIUM(10_000, true),
    LARGE(1 << 22, false),
    WHOLE(Integer.MAX_VALUE, true);

    /** So many compound values are compared before it is given up. */
    private final int limit;

    private final boolean remembering;

    Attempt(int limit, boolean remembering) {
      this.limit = limit;
      this.remembering = remembering;
    }
  }

  private enum Answer {
    EQUAL,
    DIFFERENT,
    UNKNOWN
  }

  /** One comparison: the pairs of values that are still to be compared. */
  private static final class Comparison {
    private final Attempt attempt;
    private final Deque<Value> pending = new ArrayDeque<>();
    private final ValueClasses assumedEqual = new ValueClasses();
    private int compounds;

    Comparison(Attempt attempt) {
      this.attempt = attempt;
    }

    Answer run(Value a, Value b) {
      push(a, b);
      while (!pending.isEmpty()) {
        if (!step(pending.pop(), pending.pop())) {
          return Answer.DIFFERENT;
        }
        if (compounds > attempt.limit) {
          return Answer.UNKNOWN;
        }
      }
      return Answer.EQUAL;
    }

    private void push(Value a, Value b) {
      pending.push(b);
      pending.push(a);
    }

    /** Compares the outermost parts and leaves the inner ones pending. */
    private boolean step(Value a, Value b) {
      if (a == b) {
        return true;
      }
      return switch (a) {
        case Str x -> b instanceof Str y && x.sameContent(y);
        case Bytevector x -> b instanceof Bytevector y && x.sameContent(y);
        case Pair x -> b instanceof Pair y && pairs(x, y);
        case Vector x -> b instanceof Vector y && x.length() == y.length() && vectors(x, y);
        default -> eqv(a, b);
      };
    }

    private boolean pairs(Pair a, Pair b) {
      if (isNew(a, b)) {
        push(a.cdr(), b.cdr());
        push(a.car(), b.car());
      }
      return true;
    }

    private boolean vectors(Vector a, Vector b) {
      if (isNew(a, b)) {
        for (int i = a.length() - 1; i >= 0; i--) {
          push(a.get(i), b.get(i));
        }
      }
      return true;
    }

    /** Whether these two are to be compared; if all is remembered, from now on they are equal. */
    private boolean isNew(Value a, Value b) {
      compounds++;
      return !attempt.remembering || assumedEqual.join(a, b);
    }
  }
}
