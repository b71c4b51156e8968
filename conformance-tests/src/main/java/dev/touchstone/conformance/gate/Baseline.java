package dev.touchstone.conformance.gate;

import dev.touchstone.conformance.corpus.SourcePosition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a subject: which cases there were, and which of them it does not pass.
 *
 * @param corpus the version of the corpus
 * @param subject the subject's name
 * @param version the subject's version; may be empty
 * @param failures what it does not pass, by id, in the file's order
 * @param cases every case that there was, by id, in the file's order
 */
public record Baseline(
    String corpus,
    String subject,
    String version,
    Map<String, Entry> failures,
    Map<String, Known> cases) {
  /** Copies the maps. */
  public Baseline {
    failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
    cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
  }

  /**
   * A case that does not pass.
   *
   * @param reason why; empty as long as nobody has written it
   * @param link where more is said; may be empty
   * @param flaky whether it passes at times
   * @param position where its id stands
   */
  public record Entry(
      String id, Kind kind, String reason, String link, boolean flaky, SourcePosition position) {}

  /**
   * A case that there was.
   *
   * @param hash the start of the hash of its content
   * @param unsupported whether it did not apply to the subject
   */
  public record Known(String hash, boolean unsupported) {
    private static final int DIGITS = 12;

    /** Cuts the hash to the digits that a baseline keeps. */
    public Known {
      hash = hash.substring(0, Math.min(DIGITS, hash.length()));
    }
  }

  /** The same with no entry anywhere, to compare what two say. */
  Baseline withoutPositions() {
    SourcePosition nowhere = new SourcePosition("", 1, 1);
    Map<String, Entry> entries = new LinkedHashMap<>();
    failures.forEach(
        (id, e) ->
            entries.put(id, new Entry(id, e.kind(), e.reason(), e.link(), e.flaky(), nowhere)));
    return new Baseline(corpus, subject, version, entries, cases);
  }

  /** What it says of a case that does not pass. */
  public Optional<Entry> failure(String id) {
    return Optional.ofNullable(failures.get(id));
  }

  /** What it knows of a case. */
  public Optional<Known> known(String id) {
    return Optional.ofNullable(cases.get(id));
  }

  /** Whether it has heard of a case at all. */
  public boolean knows(String id) {
    return cases.containsKey(id) || failures.containsKey(id);
  }
}
