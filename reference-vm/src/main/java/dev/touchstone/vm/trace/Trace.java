package dev.touchstone.vm.trace;

import java.util.List;
import java.util.SortedMap;

/**
 * What is kept of a run.
 *
 * @param header what was traced
 * @param records those that are kept in full, by ascending number; not always all
 * @param checkpoints the hash after so many records
 * @param footer how it ended
 */
public record Trace(
    Header header, List<TraceRecord> records, SortedMap<Long, String> checkpoints, Footer footer) {
  /** The version of the format. */
  public static final int VERSION = 1;

  /** Copies the list. */
  public Trace {
    records = List.copyOf(records);
  }

  /**
   * What was traced.
   *
   * @param level what the records tell
   * @param program the name of the program
   * @param programHash {@link RollingHash#of} its text
   * @param subject whose run it is: name and version
   */
  public record Header(Level level, String program, String programHash, String subject) {}

  /**
   * How a trace ended.
   *
   * @param count of all records
   * @param hash of all records
   * @param outcome of the run, in a word or two
   */
  public record Footer(long count, String hash, String outcome) {}

  /** Whether all records are there. */
  public boolean isComplete() {
    return records.size() == footer.count();
  }
}
