package dev.touchstone.vm.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first record in which two traces of one program part (TRACE-24). Of the part up to the
 * last checkpoint on which they agree nothing is compared.
 */
public final class TraceDiff {
  private static final int CONTEXT = 4;

  /** What a comparison found. */
  public sealed interface Result {
    /** The traces are those of the same run, but for variants that are allowed. */
    record Same(long count, int variants) implements Result {}

    /** They cannot be compared, and why. */
    record Incomparable(String why) implements Result {}

    /** They part between two records, which are not all there. */
    record Within(long from, long to) implements Result {}

    /**
     * They part at a record.
     *
     * @param number of the record in the first trace
     * @param a what the first has there, unless it has ended
     * @param b what the second has there, unless it has ended
     * @param before what both have just before
     * @param afterA what the first has next
     * @param afterB what the second has next
     */
    record At(
        long number,
        Optional<TraceRecord> a,
        Optional<TraceRecord> b,
        List<TraceRecord> before,
        List<TraceRecord> afterA,
        List<TraceRecord> afterB)
        implements Result {}
  }

  private final Trace a;
  private final Trace b;
  private final Map<Long, TraceRecord> recordsA = new HashMap<>();
  private final Map<Long, TraceRecord> recordsB = new HashMap<>();
  private final Variants variants = new Variants();

  private TraceDiff(Trace a, Trace b) {
    this.a = a;
    this.b = b;
    a.records().forEach(record -> recordsA.put(record.number(), record));
    b.records().forEach(record -> recordsB.put(record.number(), record));
  }

  /** Compares a trace with one that is taken to be right, the first. */
  public static Result of(Trace a, Trace b) {
    Optional<String> obstacle = obstacle(a.header(), b.header());
    if (obstacle.isPresent()) {
      return new Result.Incomparable(obstacle.get());
    }
    if (a.footer().count() == b.footer().count() && a.footer().hash().equals(b.footer().hash())) {
      return new Result.Same(a.footer().count(), 0);
    }
    return new TraceDiff(a, b).walk();
  }

  private static Optional<String> obstacle(Trace.Header a, Trace.Header b) {
    if (a.level() != b.level()) {
      return Optional.of(
          "the levels differ: " + a.level().id() + " and " + b.level().id() + "; trace both alike");
    }
    return a.programHash().equals(b.programHash())
        ? Optional.empty()
        : Optional.of(
            "these are traces of different programs: %s (%s) and %s (%s)"
                .formatted(a.program(), a.programHash(), b.program(), b.programHash()));
  }

  private Result walk() {
    SortedMap<Long, Boolean> common = commonCheckpoints();
    long good = 0;
    long bad = Math.min(a.footer().count(), b.footer().count()) + 1;
    for (Map.Entry<Long, Boolean> checkpoint : common.entrySet()) {
      if (checkpoint.getValue()) {
        good = checkpoint.getKey();
      } else {
        bad = Math.min(bad, checkpoint.getKey());
      }
    }
    return walk(good + 1, bad);
  }

  /** After how many records both hashes are known, and whether they agree. */
  private SortedMap<Long, Boolean> commonCheckpoints() {
    SortedMap<Long, String> first = hashes(a);
    SortedMap<Long, String> second = hashes(b);
    SortedMap<Long, Boolean> common = new TreeMap<>();
    first.forEach(
        (number, hash) -> {
          String other = second.get(number);
          if (other != null) {
            common.put(number, other.equals(hash));
          }
        });
    return common;
  }

  private static SortedMap<Long, String> hashes(Trace trace) {
    SortedMap<Long, String> hashes = new TreeMap<>(trace.checkpoints());
    hashes.put(trace.footer().count(), trace.footer().hash());
    return hashes;
  }

  private Result walk(long from, long bad) {
    long i = from;
    long j = from;
    while (i <= a.footer().count() || j <= b.footer().count()) {
      TraceRecord x = recordsA.get(i);
      TraceRecord y = recordsB.get(j);
      if ((x == null && i <= a.footer().count()) || (y == null && j <= b.footer().count())) {
        return new Result.Within(i, Math.max(i, firstKnownDifference(i, bad)));
      }
      if (x != null && y != null && variants.agree(x, y)) {
        i++;
        j++;
      } else if (variants.isPeeked(x, recordsA.get(i + 1), y)) {
        i++;
      } else if (variants.isPeeked(y, recordsB.get(j + 1), x)) {
        j++;
      } else {
        return at(i, j);
      }
    }
    return new Result.Same(a.footer().count(), variants.count());
  }

  private long firstKnownDifference(long from, long bad) {
    return a.records().stream()
        .filter(x -> x.number() >= from && x.number() < bad)
        .filter(x -> differs(x, recordsB.get(x.number())))
        .mapToLong(TraceRecord::number)
        .findFirst()
        .orElse(bad);
  }

  private static boolean differs(TraceRecord x, @Nullable TraceRecord y) {
    return y != null && !x.text().equals(y.text());
  }

  private Result at(long i, long j) {
    return new Result.At(
        i,
        Optional.ofNullable(recordsA.get(i)),
        Optional.ofNullable(recordsB.get(j)),
        some(recordsA, i - CONTEXT, i - 1),
        some(recordsA, i + 1, i + CONTEXT),
        some(recordsB, j + 1, j + CONTEXT));
  }

  private static List<TraceRecord> some(Map<Long, TraceRecord> records, long from, long to) {
    List<TraceRecord> some = new ArrayList<>();
    for (long number = from; number <= to; number++) {
      TraceRecord record = records.get(number);
      if (record != null) {
        some.add(record);
      }
    }
    return some;
  }
}
