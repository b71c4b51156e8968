package dev.touchstone.conformance.doctor;

import dev.touchstone.conformance.corpus.Feature;
import dev.touchstone.conformance.subject.Job;
import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.conformance.subject.Outcome;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Programs that a subject is tried on, and the probes of features. */
public final class Programs {
  private static final Pattern SYMBOL = Pattern.compile("'([a-z]+)");

  private Programs() {}

  /** A job of a program alone. */
  public static Job job(String program) {
    return Job.of("touchstone-probe", program).withInput("");
  }

  /**
   * The probe of a feature.
   *
   * @param numbers whether numbers stand in place of its quoted symbols, for subjects without
   *     symbols: 1 for {@code 'ok}, 0 for any other
   */
  public static String probe(Feature feature, boolean numbers) {
    return numbers ? SYMBOL.matcher(feature.probe()).replaceAll(Programs::number) : feature.probe();
  }

  /**
   * Whether a probe tells anything: some features have none, and that of quoted data does not in
   * numbers.
   */
  public static boolean isTelling(Feature feature, boolean numbers) {
    return !feature.probe().isEmpty() && (!numbers || feature.probe().contains("("));
  }

  private static String number(java.util.regex.MatchResult symbol) {
    return Matcher.quoteReplacement(symbol.group(1).equals("ok") ? "1" : "0");
  }

  /** Whether a probe says that the feature is there. */
  public static boolean passed(Observation seen, boolean numbers) {
    return seen.outcome() instanceof Outcome.Completed(List<String> values, boolean has)
        && has
        && values.equals(List.of(numbers ? "1" : "ok"));
  }
}
