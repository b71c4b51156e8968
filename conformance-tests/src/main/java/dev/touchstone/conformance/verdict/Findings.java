package dev.touchstone.conformance.verdict;

import dev.touchstone.conformance.corpus.Aspect;
import dev.touchstone.conformance.corpus.Expectation;
import dev.touchstone.conformance.subject.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects the checks of a conjunction over all its runs and makes the judgement of them. */
final class Findings {
  private final List<Aspect> aspects;
  private final List<Trial> trials;
  private final List<Check> checks = new ArrayList<>();

  Findings(List<Aspect> aspects, List<Trial> trials) {
    this.aspects = aspects;
    this.trials = trials;
  }

  void add(Check check) {
    checks.add(check);
  }

  /** An outcome decided alone; nothing was compared. */
  Judgement ruled(OutcomeTable.Ruling ruling) {
    return judgement(ruling.verdict(), ruling.reason());
  }

  /** What happened was recorded, nothing compared. */
  Judgement observed() {
    String seen =
        trials.stream()
            .map(t -> prefix(t) + ActualText.end(t.observation().outcome()))
            .collect(Collectors.joining("\n"));
    return new Judgement(
        Verdict.PASS,
        "observed: " + seen,
        "",
        seen,
        List.of(),
        List.of("observe: recorded only"),
        List.of());
  }

  /** Everything expected must hold, something must have been checked, and all that is essential. */
  Judgement judgement(Set<String> essential) {
    Optional<Check> broken = first(Check.Finding.BROKEN);
    if (broken.isPresent()) {
      return judgement(Verdict.FAIL, broken.get().text());
    }
    for (Check check : checks) {
      if (check.finding() == Check.Finding.UNCHECKED && isEssential(check, essential)) {
        return judgement(Verdict.UNSUPPORTED, "essential and unchecked: " + check.text());
      }
    }
    if (checked().isEmpty()) {
      return judgement(Verdict.UNSUPPORTED, "nothing could be checked");
    }
    return judgement(Verdict.PASS, "");
  }

  private static boolean isEssential(Check check, Set<String> essential) {
    return essential.stream().anyMatch(check::belongsTo);
  }

  private Optional<Check> first(Check.Finding finding) {
    return checks.stream().filter(c -> c.finding() == finding).findFirst();
  }

  private Judgement judgement(Verdict verdict, String reason) {
    String expected = ExpectedText.of(new Expectation.All(aspects));
    List<String> differs = verdict == Verdict.FAIL ? differs() : List.of();
    return new Judgement(
        verdict, reason, expected(expected), actual(), checked(), unchecked(), differs);
  }

  private List<String> differs() {
    LinkedHashSet<String> parts = new LinkedHashSet<>();
    if (trials.stream().anyMatch(t -> !endsAsExpected(t.observation().outcome()))) {
      parts.add("end");
    }
    checks.stream()
        .filter(c -> c.finding() == Check.Finding.BROKEN)
        .map(Check::part)
        .forEach(parts::add);
    return List.copyOf(parts);
  }

  /**
   * Whether a run ended in the way, of four, that is expected; completion where nothing is said.
   */
  private boolean endsAsExpected(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed _ -> expects(Aspect.ErrorIs.class);
      case Outcome.Exited _ -> expects(Aspect.ExitIs.class);
      case Outcome.Exhausted _, Outcome.TimedOut _ -> expects(Aspect.ExhaustedIs.class);
      default ->
          !expects(Aspect.ErrorIs.class)
              && !expects(Aspect.ExitIs.class)
              && !expects(Aspect.ExhaustedIs.class);
    };
  }

  private boolean expects(Class<? extends Aspect> end) {
    return aspects.stream().anyMatch(end::isInstance);
  }

  private String expected(String once) {
    return trials.size() == 1
        ? once
        : trials.stream().map(t -> prefix(t) + once).collect(Collectors.joining("\n"));
  }

  private String actual() {
    List<String> lines = new ArrayList<>();
    for (Trial trial : trials) {
      String seen = ActualText.of(aspects, trial.observation());
      lines.add(prefix(trial) + seen + (seen.isEmpty() ? "" : "\n") + spaceLines());
    }
    return lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n"));
  }

  /** What was found of growth, in the place where the expected text states the claim. */
  private String spaceLines() {
    List<String> lines = new ArrayList<>();
    for (Aspect aspect : aspects) {
      if (aspect instanceof Aspect.Space space) {
        checks.stream()
            .filter(c -> c.belongsTo("space"))
            .forEach(
                c -> lines.add(c.finding() == Check.Finding.HELD ? claim(space, c) : c.text()));
      }
    }
    return String.join("\n", lines);
  }

  private static String claim(Aspect.Space space, Check held) {
    String counter = held.part().substring("space.".length());
    return ExpectedText.of(
        new Aspect.Space(
            Map.of(counter, space.growth().getOrDefault(counter, Aspect.Growth.CONSTANT))));
  }

  private String prefix(Trial trial) {
    if (trial.bindings().isEmpty()) {
      return "";
    }
    return trial.bindings().entrySet().stream()
            .map(e -> e.getKey() + " = " + e.getValue())
            .sorted()
            .collect(Collectors.joining(", "))
        + ":\n";
  }

  private List<String> checked() {
    Set<String> unchecked =
        checks.stream()
            .filter(c -> c.finding() == Check.Finding.UNCHECKED)
            .map(Check::part)
            .collect(Collectors.toSet());
    LinkedHashSet<String> parts = new LinkedHashSet<>();
    checks.stream().map(Check::part).filter(p -> !unchecked.contains(p)).forEach(parts::add);
    return List.copyOf(parts);
  }

  private List<String> unchecked() {
    LinkedHashSet<String> texts = new LinkedHashSet<>();
    checks.stream()
        .filter(c -> c.finding() == Check.Finding.UNCHECKED)
        .map(Check::text)
        .forEach(texts::add);
    return List.copyOf(texts);
  }
}
