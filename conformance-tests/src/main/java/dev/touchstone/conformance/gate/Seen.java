package dev.touchstone.conformance.gate;

import dev.touchstone.reports.model.CaseReport;
import java.util.List;

/**
 * A case and what became of it.
 *
 * @param was the ids that it had before
 * @param hash of its content
 * @param results one for each time that it was run, at least one
 */
public record Seen(String id, List<String> was, String hash, List<CaseReport> results) {
  /** Copies the lists. */
  public Seen {
    was = List.copyOf(was);
    results = List.copyOf(results);
  }

  /** The different ways in which it ended, in the order in which they came. */
  public List<Kind> kinds() {
    return results.stream().map(Kind::of).distinct().toList();
  }

  /** What a baseline keeps of it. */
  public Baseline.Known known() {
    return new Baseline.Known(hash, kinds().stream().allMatch(Kind::unsupported));
  }

  /** The result to show: the first that is no pass, else the first. */
  public CaseReport telling() {
    return results.stream()
        .filter(result -> !Kind.of(result).passes())
        .findFirst()
        .orElseGet(results::getFirst);
  }
}
