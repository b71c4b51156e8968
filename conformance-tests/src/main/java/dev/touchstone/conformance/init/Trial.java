package dev.touchstone.conformance.init;

import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.doctor.Programs;
import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.conformance.subject.Subject;
import dev.touchstone.conformance.subject.SubjectDescription;
import dev.touchstone.conformance.subject.Subjects;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tries whether a draft describes a VM: does the simplest program have its value? */
final class Trial {
  private final Language language;
  private final Path directory;

  Trial(Language language, Path directory) {
    this.language = language;
    this.directory = directory;
  }

  /**
   * How a trial went.
   *
   * @param works whether the draft can be used
   * @param hangs whether the time was over
   * @param seen what was seen instead, for a person
   */
  record Result(boolean works, boolean hangs, String seen) {}

  /** The description that a draft makes. */
  SubjectDescription description(Draft draft) {
    return Subjects.read(draft.name() + ".yaml", draft.yaml(), directory, language);
  }

  Result run(Draft draft) throws InterruptedException {
    try (Subject subject = Subjects.open(description(draft), language)) {
      Observation base = subject.run(Programs.job("'ok"));
      boolean symbols = Programs.passed(base, false);
      if (!symbols && !Programs.passed(subject.run(Programs.job("1")), true)) {
        boolean hangs = base.outcome() instanceof Outcome.TimedOut;
        return new Result(false, hangs, seen(base));
      }
      if (draft.mode().equals("markers") && !tellsOutput(subject)) {
        return new Result(false, false, "output and value cannot be told apart");
      }
      return new Result(true, false, "");
    }
  }

  private static boolean tellsOutput(Subject subject) throws InterruptedException {
    Observation seen = subject.run(Programs.job("(display 5) 7"));
    return seen.outcome() instanceof Outcome.Completed(List<String> values, boolean has)
        && has
        && values.equals(List.of("7"))
        && seen.output().equals(Optional.of("5"));
  }

  private static String seen(Observation base) {
    String errors = base.diagnostics().lines().reduce((a, b) -> b).orElse("");
    return base.outcome() + (errors.isEmpty() ? "" : ", error stream: " + errors);
  }
}
