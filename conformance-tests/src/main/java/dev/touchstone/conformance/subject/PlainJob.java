package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.corpus.CaseLimits;
import dev.touchstone.conformance.corpus.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs of a program alone. */
final class PlainJob {
  private PlainJob() {}

  /** A job without input, arguments, files and limits of its own. */
  static Job of(String program) {
    return new Job(
        "touchstone",
        new Program.Scheme(program, Map.of()),
        Optional.empty(),
        List.of(),
        Map.of(),
        CaseLimits.NONE,
        false);
  }
}
