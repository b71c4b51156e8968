package dev.touchstone.reports;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many cases got which verdict. A case that was not run, or went wrong in any way, is
 * applicable: only {@code unsupported} leaves the denominator.
 *
 * @param counts by verdict; an absent one counts 0
 */
public record Tally(Map<VerdictKind, Integer> counts) {
  /** The tally of no case at all. */
  public static final Tally NONE = new Tally(Map.of());

  /** Copies the map. */
  public Tally {
    EnumMap<VerdictKind, Integer> copy = new EnumMap<>(VerdictKind.class);
    copy.putAll(counts);
    counts = Collections.unmodifiableMap(copy);
  }

  /** This tally and one more case. */
  Tally plus(VerdictKind verdict) {
    EnumMap<VerdictKind, Integer> more = new EnumMap<>(VerdictKind.class);
    more.putAll(counts);
    more.merge(verdict, 1, Integer::sum);
    return new Tally(more);
  }

  /** The number of cases with that verdict. */
  public int of(VerdictKind verdict) {
    return counts.getOrDefault(verdict, 0);
  }

  /** The number of all cases. */
  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The number of cases that passed. */
  public int passed() {
    return of(VerdictKind.PASS);
  }

  /** The number of cases that the subject could not be asked. */
  public int unsupported() {
    return of(VerdictKind.UNSUPPORTED);
  }

  /** The denominator: all cases but the unsupported ones. */
  public int applicable() {
    return total() - unsupported();
  }

  /** The number of applicable cases that did not pass. */
  public int failing() {
    return applicable() - passed();
  }

  /** Whether there was an applicable case, and all of them passed. */
  public boolean clean() {
    return applicable() > 0 && failing() == 0;
  }
}
