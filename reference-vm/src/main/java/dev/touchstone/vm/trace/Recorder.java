package dev.touchstone.vm.trace;

import dev.touchstone.vm.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps of a run the hash of all records, checkpoints, and some records in full: the first and the
 * last, or those of an interval.
 */
public final class Recorder implements Tracer {
  /** How many of the first records are kept, if no interval is asked for. */
  public static final int FIRST = 200;

  /** How many of the last records are kept besides. */
  public static final int LAST = 100;

  private final Level level;
  private final long from;
  private final long to;
  private final int last;
  private final RollingHash hash = new RollingHash();
  private final Checkpoints checkpoints = new Checkpoints();
  private final List<TraceRecord> records = new ArrayList<>();
  private final Deque<TraceRecord> latest = new ArrayDeque<>();
  private long count;

  private Recorder(Level level, long from, long to, int last) {
    this.level = level;
    this.from = from;
    this.to = to;
    this.last = last;
  }

  /** Keeps the first and the last records. */
  public static Recorder ofEnds(Level level) {
    return new Recorder(level, 1, FIRST, LAST);
  }

  /** Keeps the records of an interval, both ends included, and no others. */
  public static Recorder ofInterval(Level level, long from, long to) {
    return new Recorder(level, from, to, 0);
  }

  @Override
  public Level level() {
    return level;
  }

  @Override
  public void record(String text, @Nullable Span at, int depth) {
    count++;
    hash.add(text);
    checkpoints.after(count, hash);
    if (count >= from && count <= to) {
      records.add(kept(text, at));
    } else if (count > to && last > 0) {
      if (latest.size() == last) {
        latest.remove();
      }
      latest.add(kept(text, at));
    }
  }

  private TraceRecord kept(String text, @Nullable Span at) {
    return new TraceRecord(count, text, at == null ? "" : at.line() + ":" + at.column());
  }

  /** The records that are kept, in order. */
  public List<TraceRecord> records() {
    List<TraceRecord> all = new ArrayList<>(records);
    all.addAll(latest);
    return all;
  }

  /** How many records there were. */
  public long count() {
    return count;
  }

  /** The trace, when the run is over. */
  public Trace trace(Trace.Header header, String outcome) {
    return new Trace(
        header, records(), checkpoints.hashes(), new Trace.Footer(count, hash.hex(), outcome));
  }
}
