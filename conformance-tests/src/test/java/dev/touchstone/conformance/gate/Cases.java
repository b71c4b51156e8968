package dev.touchstone.conformance.gate;

import dev.touchstone.reports.model.CaseReport;
import java.util.List;
import java.util.stream.Stream;

/** Cases as the gate sees them. */
final class Cases {
  private Cases() {}

  /** A hash that begins with twelve times that digit. */
  static String hash(char digit) {
    return String.valueOf(digit).repeat(64);
  }

  /** A case with the hash of ones that ended so each time: {@code pass}, {@code fail value}. */
  static Seen seen(String id, String... kinds) {
    return seen(id, '1', List.of(), kinds);
  }

  static Seen seen(String id, char hash, List<String> was, String... kinds) {
    return new Seen(
        id, was, hash(hash), Stream.of(kinds).map(kind -> result(id, kind, "1", "2")).toList());
  }

  static CaseReport result(String id, String kind, String expected, String actual) {
    String verdict = kind.replaceFirst(" .*", "");
    List<String> differs =
        verdict.equals(kind) ? List.of() : List.of(kind.substring(verdict.length() + 1));
    return new CaseReport(
        id,
        verdict,
        "because",
        List.of(),
        List.of(),
        List.of("TOY-1"),
        "test-cases/a/b.yaml",
        7,
        "(f)",
        "value: " + expected,
        "value: " + actual,
        List.of(),
        List.of(),
        differs,
        List.of(),
        hash('1'));
  }
}
