package dev.touchstone.conformance.engine.execution;

import dev.touchstone.conformance.verdict.Trial;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How large the later runs of a case about space are. Memory seen from outside needs a hundred
 * times the first size before frames rise above noise; counters tell growth exactly, so a tenth of
 * that is enough, and takes a tenth of the time (SPACE-7).
 */
final class Sizes {
  /** A size at least so many times the first is a size for memory. */
  private static final double FOR_MEMORY = 100;

  private static final Pattern COUNT = Pattern.compile("[0-9]{1,15}");

  private Sizes() {}

  /**
   * The values of a later run.
   *
   * @param wanted what the case says
   * @param first the first run, with the smallest values
   * @param claimed the counters of which the case claims something
   */
  static Map<String, String> next(Map<String, String> wanted, Trial first, Set<String> claimed) {
    if (!first.observation().counters().keySet().containsAll(claimed)) {
      return wanted;
    }
    Map<String, String> next = new TreeMap<>(wanted);
    next.replaceAll((symbol, value) -> size(value, first.bindings().getOrDefault(symbol, "")));
    return next;
  }

  private static String size(String wanted, String first) {
    if (!COUNT.matcher(wanted).matches() || !COUNT.matcher(first).matches()) {
      return wanted;
    }
    long size = Long.parseLong(wanted);
    return size < FOR_MEMORY * Long.parseLong(first) ? wanted : Long.toString(size / 10);
  }
}
