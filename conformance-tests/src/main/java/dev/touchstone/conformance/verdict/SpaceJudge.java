package dev.touchstone.conformance.verdict;

import dev.touchstone.conformance.corpus.Aspect;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.vm.source.ErrorClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Judges claims of growth over the values of {@code vary}: by the subject's own counters where it
 * has them, else by the peak memory of its process, laid beside the same growth of a control
 * program that is known to push a frame for each call.
 *
 * @param trials the runs of the case
 * @param control the runs of the control, in the same order; may be empty
 */
record SpaceJudge(List<Trial> trials, List<Trial> control) {
  /** How much a counter may differ at the two ends of a constant claim. */
  static final long COUNTER_SLACK = 64;

  /** The least growth of the control, in bytes, that tells frames from noise. */
  static final long CLEAR_GROWTH = 8L << 20;

  /** The case grows by less than the control's growth divided by this. */
  static final long CONSTANT_FRACTION = 4;

  /** A linear claim's counter grows by the factor of {@code vary}, give or take this factor. */
  static final double LINEAR_FACTOR = 2.0;

  List<Check> check(Aspect.Space claim) {
    List<Check> checks = new ArrayList<>();
    new TreeMap<>(claim.growth())
        .forEach((counter, growth) -> checks.add(check("space." + counter, counter, growth)));
    return checks;
  }

  private Check check(String part, String counter, Aspect.Growth growth) {
    if (trials.size() < 2) {
      return Check.unchecked(part, "growth needs two values of vary");
    }
    Trial small = trials.get(smallest());
    Trial large = trials.get(largest());
    Long before = small.observation().counters().get(counter);
    Long after = large.observation().counters().get(counter);
    if (before != null && after != null) {
      return switch (growth) {
        case CONSTANT -> Check.of(part, after - before <= COUNTER_SLACK, growth(before, after));
        case LINEAR -> linear(part, before, after);
      };
    }
    return switch (growth) {
      case CONSTANT -> constantByMemory(part);
      case LINEAR -> Check.unchecked(part, "not reported, and memory shows no factor");
    };
  }

  private Check linear(String part, long before, long after) {
    double wanted = size(trials.get(largest())) / size(trials.get(smallest()));
    double factor = after / (double) Math.max(1, before);
    boolean holds = factor >= wanted / LINEAR_FACTOR && factor <= wanted * LINEAR_FACTOR;
    return Check.of(part, holds, growth(before, after));
  }

  private static String growth(long before, long after) {
    return "grew from " + before + " to " + after;
  }

  private Check constantByMemory(String part) {
    if (control.size() != trials.size()) {
      return Check.unchecked(part, "not reported, and no control was run");
    }
    Trial controlSmall = control.get(smallest());
    Trial controlLarge = control.get(largest());
    if (completed(controlSmall) && ranOut(controlLarge)) {
      // The control pushes as many frames as a case without tail calls; what stopped it would have
      // stopped the case.
      return Check.held(part);
    }
    if (!completed(controlSmall) || !completed(controlLarge)) {
      return Check.unchecked(
          part, "the control ended by " + ActualText.end(controlLarge.observation().outcome()));
    }
    if (!measured(trials) || !measured(control)) {
      return Check.unchecked(part, "not reported, and no peak memory was measured");
    }
    return compare(part, memoryGrowth(trials), memoryGrowth(control));
  }

  private static Check compare(String part, long grown, long controlGrown) {
    if (controlGrown < CLEAR_GROWTH) {
      return Check.unchecked(
          part, "the control grew by " + kib(controlGrown) + " only, too little to compare with");
    }
    return Check.of(
        part,
        grown < controlGrown / CONSTANT_FRACTION,
        "peak memory grew by " + kib(grown) + ", the control's by " + kib(controlGrown));
  }

  private static String kib(long bytes) {
    return bytes / 1024 + " KiB";
  }

  private static boolean completed(Trial trial) {
    return trial.observation().outcome() instanceof Outcome.Completed;
  }

  /** Whether it ended by what a full stack looks like from outside. */
  private static boolean ranOut(Trial trial) {
    return switch (trial.observation().outcome()) {
      case Outcome.Exhausted(String limit) -> !limit.equals("output") && !limit.equals("time");
      case Outcome.Failed f -> f.errorClass() == ErrorClass.LIMIT;
      case Outcome.Crashed c -> true;
      default -> false;
    };
  }

  private static boolean measured(List<Trial> runs) {
    return runs.stream().allMatch(t -> t.observation().peakMemory().isPresent());
  }

  private long memoryGrowth(List<Trial> runs) {
    return runs.get(largest()).observation().peakMemory().orElseThrow()
        - runs.get(smallest()).observation().peakMemory().orElseThrow();
  }

  private int smallest() {
    return indexBy(Comparator.reverseOrder());
  }

  private int largest() {
    return indexBy(Comparator.naturalOrder());
  }

  private int indexBy(Comparator<Double> order) {
    int best = 0;
    for (int i = 1; i < trials.size(); i++) {
      if (order.compare(size(trials.get(i)), size(trials.get(best))) > 0) {
        best = i;
      }
    }
    return best;
  }

  /** The number that a run varies. */
  private static double size(Trial trial) {
    for (Map.Entry<String, String> binding : trial.bindings().entrySet()) {
      try {
        return Double.parseDouble(binding.getValue());
      } catch (NumberFormatException e) {
        return Double.NaN;
      }
    }
    return Double.NaN;
  }
}
