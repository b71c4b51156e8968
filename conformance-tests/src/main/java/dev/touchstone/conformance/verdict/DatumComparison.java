package dev.touchstone.conformance.verdict;

import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.value.Complex;
import dev.touchstone.vm.value.Flonum;
import dev.touchstone.vm.value.Num;
import dev.touchstone.vm.value.Value;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;

/**
 * Compares written forms as data: implementations write {@code (quote x)} or {@code 'x}, {@code
 * |a|} or {@code a}, and mean the same. A form that is no datum equals nothing but its own text.
 */
public final class DatumComparison {
  private static final Set<String> KINDS =
      Set.of("#<procedure>", "#<promise>", "#<port>", "#<eof>");

  private DatumComparison() {}

  /** Whether two written forms denote indistinguishable data ({@link DatumBisimulation}). */
  public static boolean same(String expected, String actual) {
    if (expected.equals(actual)) {
      return true;
    }
    Optional<Value> wanted = read(expected);
    Optional<Value> seen = read(actual);
    return wanted.isPresent()
        && seen.isPresent()
        && DatumBisimulation.bisimilar(wanted.get(), seen.get());
  }

  /** Whether a written form is a datum, or the kind of an object that has none (CASE-9). */
  public static boolean isComparable(String written) {
    return KINDS.contains(written) || read(written).isPresent();
  }

  /**
   * Whether the written form is a number of the expected one's exactness that lies at most that
   * many units in the last place away. Exact numbers must be equal; NaN is near NaN alone, an
   * infinity near itself.
   */
  static boolean near(String expected, String actual, long ulps) {
    Optional<Value> wanted = read(expected);
    Optional<Value> seen = read(actual);
    if (wanted.isEmpty() || seen.isEmpty()) {
      return false;
    }
    return wanted.get() instanceof Num a && seen.get() instanceof Num b && near(a, b, ulps);
  }

  private static boolean near(Num a, Num b, long ulps) {
    if (a instanceof Flonum x && b instanceof Flonum y) {
      return near(x.value(), y.value(), ulps);
    }
    return (a instanceof Complex x && b instanceof Complex y)
        ? near(x.real(), y.real(), ulps) && near(x.imaginary(), y.imaginary(), ulps)
        : DatumBisimulation.bisimilar(a, b);
  }

  private static boolean near(double a, double b, long ulps) {
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return Double.isNaN(a) && Double.isNaN(b);
    }
    if (Double.isInfinite(a) || Double.isInfinite(b)) {
      return a == b;
    }
    BigInteger distance = BigInteger.valueOf(rank(a)).subtract(BigInteger.valueOf(rank(b))).abs();
    return distance.compareTo(BigInteger.valueOf(ulps)) <= 0;
  }

  /** The place of a number in the order of all doubles; -0.0 stands just below 0.0. */
  private static long rank(double value) {
    long bits = Double.doubleToLongBits(value);
    return bits ^ ((bits >> 63) & Long.MAX_VALUE);
  }

  private static Optional<Value> read(String text) {
    try {
      return Optional.of(DatumReader.readDatum(text));
    } catch (DiagnosticException e) {
      return Optional.empty();
    }
  }
}
