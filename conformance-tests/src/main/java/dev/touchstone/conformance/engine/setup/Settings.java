package dev.touchstone.conformance.engine.setup;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * What a run is asked to do.
 *
 * @param subjects names of shipped subjects or paths of subject files; at least one
 * @param corpora directories and jars of further cases
 * @param corpusOnly whether these replace the shipped cases instead of adding to them
 * @param filter which cases
 * @param jobs how many cases run at a time, at least 1
 * @param report where the reports go; nothing is written without it
 * @param minimum how many cases a run without filter must hold, at least 1
 * @param order in which they are begun
 * @param resume whether to go on with the run that was interrupted while it wrote to {@code report}
 */
public record Settings(
    List<String> subjects,
    List<String> corpora,
    boolean corpusOnly,
    CaseFilter filter,
    int jobs,
    Optional<Path> report,
    int minimum,
    Order order,
    boolean resume) {
  /** Comma list; default {@code reference}. */
  public static final String SUBJECTS = "touchstone.subjects";

  /** Comma list. */
  public static final String CORPUS = "touchstone.corpus";

  /** {@code true} or {@code false}. */
  public static final String CORPUS_ONLY = "touchstone.corpus.only";

  /**
   * Comma list; with {@code feature}, {@code rung} and {@code id} in the place of the last word.
   */
  public static final String FILTER_CHAPTER = "touchstone.filter.chapter";

  /** Comma list. */
  public static final String FILTER_FEATURE = "touchstone.filter.feature";

  /** Comma list. */
  public static final String FILTER_RUNG = "touchstone.filter.rung";

  /** Comma list of globs. */
  public static final String FILTER_ID = "touchstone.filter.id";

  /** A part of all these, as {@code 2/3}. */
  public static final String FILTER_SHARD = "touchstone.filter.shard";

  /** How many cases run at a time; default: the number of processors. */
  public static final String JOBS = "touchstone.jobs";

  /** A directory. */
  public static final String REPORT = "touchstone.report";

  /** How many cases a run without filter must hold. */
  public static final String MINIMUM = "touchstone.minimum";

  /** {@code id}, or {@code shuffled:} and a number. */
  public static final String ORDER = "touchstone.order";

  /** {@code true} to go on with an interrupted run. */
  public static final String RESUME = "touchstone.resume";

  /** Settings of a run that begins anew, in the order of the ids. */
  public Settings(
      List<String> subjects,
      List<String> corpora,
      boolean corpusOnly,
      CaseFilter filter,
      int jobs,
      Optional<Path> report,
      int minimum) {
    this(
        subjects,
        corpora,
        corpusOnly,
        filter,
        jobs,
        report,
        minimum,
        Order.BY_ID,
        /* resume= */ false);
  }

  /** Copies the lists. */
  public Settings {
    subjects = List.copyOf(subjects);
    corpora = List.copyOf(corpora);
  }

  /** The same with another order. */
  public Settings in(Order other) {
    return new Settings(
        subjects, corpora, corpusOnly, filter, jobs, report, minimum, other, resume);
  }

  /**
   * The settings in JUnit's configuration parameters.
   *
   * @throws IllegalArgumentException if one has a value that is none
   */
  public static Settings from(ConfigurationParameters parameters) {
    List<String> subjects = list(parameters, SUBJECTS);
    return new Settings(
        subjects.isEmpty() ? List.of("reference") : subjects,
        list(parameters, CORPUS),
        parameters.getBoolean(CORPUS_ONLY).orElse(false),
        new CaseFilter(
            list(parameters, FILTER_CHAPTER),
            list(parameters, FILTER_FEATURE),
            list(parameters, FILTER_RUNG),
            list(parameters, FILTER_ID),
            parameters.get(FILTER_SHARD).map(String::strip).map(Shard::parse).orElse(Shard.ALL)),
        positive(parameters, JOBS, Runtime.getRuntime().availableProcessors()),
        parameters.get(REPORT).map(String::strip).filter(text -> !text.isEmpty()).map(Path::of),
        positive(parameters, MINIMUM, 1),
        parameters.get(ORDER).map(String::strip).map(Order::parse).orElse(Order.BY_ID),
        parameters.getBoolean(RESUME).orElse(false));
  }

  /** The same settings, to go on with an interrupted run. */
  public Settings resuming() {
    return new Settings(
        subjects, corpora, corpusOnly, filter, jobs, report, minimum, order, /* resume= */ true);
  }

  /** Which cases on which subjects it is asked for, as options of the command line. */
  public String asked() {
    Stream<String> options =
        Stream.of(
                subjects.stream().map(subject -> "--subject " + subject),
                corpora.stream().map(corpus -> "--corpus " + corpus),
                Stream.of(corpusOnly ? "--corpus-only" : "", filter.toString()))
            .flatMap(each -> each);
    return options.filter(option -> !option.isEmpty()).collect(Collectors.joining(" "));
  }

  /**
   * The same settings as configuration parameters; {@link #REPORT} is left out if there is none.
   */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put(SUBJECTS, String.join(",", subjects));
    parameters.put(CORPUS, String.join(",", corpora));
    parameters.put(CORPUS_ONLY, Boolean.toString(corpusOnly));
    parameters.put(FILTER_CHAPTER, String.join(",", filter.chapters()));
    parameters.put(FILTER_FEATURE, String.join(",", filter.features()));
    parameters.put(FILTER_RUNG, String.join(",", filter.rungs()));
    parameters.put(FILTER_ID, String.join(",", filter.ids()));
    parameters.put(FILTER_SHARD, filter.shard().toString());
    parameters.put(JOBS, Integer.toString(jobs));
    report.ifPresent(directory -> parameters.put(REPORT, directory.toString()));
    parameters.put(MINIMUM, Integer.toString(minimum));
    parameters.put(ORDER, order.toString());
    parameters.put(RESUME, Boolean.toString(resume));
    return parameters;
  }

  private static List<String> list(ConfigurationParameters parameters, String key) {
    return parameters.get(key).map(text -> text.split(",")).stream()
        .flatMap(Stream::of)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  private static int positive(ConfigurationParameters parameters, String key, int otherwise) {
    Function<String, Integer> parse =
        text -> {
          String digits = text.strip();
          if (!digits.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException(
                key + " must be a whole number from 1, but is '" + text + "'");
          }
          return Integer.valueOf(digits);
        };
    return parameters.get(key).map(parse).orElse(otherwise);
  }
}
