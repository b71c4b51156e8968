package dev.touchstone.vm.trace;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The hash after every so many records: at most {@link #MOST} of them, since the distance doubles
 * when there would be more (TRACE-23).
 */
final class Checkpoints {
  /** The most that are kept. */
  static final int MOST = 512;

  private static final long FIRST_DISTANCE = 16;

  private final TreeMap<Long, String> hashes = new TreeMap<>();
  private long distance = FIRST_DISTANCE;

  /** To be told after each record. */
  void after(long number, RollingHash hash) {
    if (number % distance != 0) {
      return;
    }
    hashes.put(number, hash.hex());
    if (hashes.size() > MOST) {
      distance *= 2;
      hashes.keySet().removeIf(kept -> kept % distance != 0);
    }
  }

  SortedMap<Long, String> hashes() {
    return Collections.unmodifiableSortedMap(hashes);
  }
}
