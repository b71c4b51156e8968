package dev.touchstone.conformance.verdict;

import dev.touchstone.conformance.corpus.Aspect;
import dev.touchstone.conformance.corpus.Expectation;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.subject.SubjectProfile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides, from a case and what was seen, without doing or asking anything else. */
public final class Judge {
  private final Set<String> essential;
  private final Set<String> reports;
  private final List<Trial> trials;
  private final List<Trial> control;

  private Judge(
      Set<String> essential, Set<String> reports, List<Trial> trials, List<Trial> control) {
    this.essential = essential;
    this.reports = reports;
    this.trials = trials;
    this.control = control;
  }

  /**
   * The verdict on a case.
   *
   * @param trials one for each value of {@code vary}, in order, or one
   * @param control for each trial the run of a program that is known to grow with {@code vary};
   *     empty where the case makes no claim about space, or the subject counts for itself
   * @throws IllegalArgumentException if there is no trial
   */
  public static Judgement judge(
      TestCase testCase, SubjectProfile profile, List<Trial> trials, List<Trial> control) {
    if (trials.isEmpty()) {
      throw new IllegalArgumentException("a judgement needs a trial: " + testCase.id());
    }
    Optional<String> obstacle = Applicability.obstacle(testCase, profile);
    if (obstacle.isPresent()) {
      return inapplicable(obstacle.get());
    }
    Judge judge = new Judge(testCase.essential(), profile.reports(), trials, control);
    return judge.judge(Applicability.resolve(testCase.expect(), profile));
  }

  /**
   * Whether a case applies to a subject; if not, why: the features it lacks, the answer that rules
   * it out, or an end (error, exit, a limit) that the subject cannot show.
   */
  public static Optional<String> inapplicable(TestCase testCase, SubjectProfile profile) {
    return Applicability.obstacle(testCase, profile);
  }

  private static Judgement inapplicable(String why) {
    return new Judgement(Verdict.UNSUPPORTED, why, "", "", List.of(), List.of(), List.of());
  }

  private Judgement judge(Expectation expectation) {
    return switch (expectation) {
      case Expectation.All(List<Aspect> aspects) -> all(aspects);
      case Expectation.OneOf(List<Expectation> options) -> oneOf(options);
      case Expectation.Observe o -> observe();
      case Expectation.Unsupported u -> inapplicable("ruled out by the case");
      case Expectation.By by -> throw new IllegalStateException("not resolved: " + by.capability());
    };
  }

  private Judgement all(List<Aspect> aspects) {
    Findings findings = new Findings(aspects, trials);
    for (Trial trial : trials) {
      Optional<OutcomeTable.Ruling> ruling =
          OutcomeTable.ruling(trial.observation().outcome(), aspects);
      if (ruling.isPresent()) {
        return findings.ruled(ruling.get());
      }
    }
    AspectJudge aspectJudge = new AspectJudge(reports);
    SpaceJudge spaceJudge = new SpaceJudge(trials, control);
    for (Aspect aspect : aspects) {
      if (aspect instanceof Aspect.Space claim) {
        spaceJudge.check(claim).forEach(findings::add);
      }
      for (Trial trial : trials) {
        aspectJudge.check(aspect, trial.observation()).forEach(findings::add);
      }
    }
    return findings.judgement(essential);
  }

  private Judgement oneOf(List<Expectation> options) {
    List<Judgement> judgements = options.stream().map(this::judge).toList();
    for (int i = 0; i < judgements.size(); i++) {
      if (judgements.get(i).verdict() == Verdict.PASS) {
        return withReason(
            judgements.get(i), "option " + (i + 1) + " of " + options.size() + " held");
      }
    }
    Judgement closest = closest(options, judgements);
    return new Judgement(
        closest.verdict(),
        closest.verdict() == Verdict.FAIL ? "no option held" : closest.reason(),
        ExpectedText.of(new Expectation.OneOf(options)),
        closest.actual(),
        union(judgements.stream().map(Judgement::checked).toList()),
        union(judgements.stream().map(Judgement::unchecked).toList()),
        closest.differs());
  }

  /**
   * The judgement that speaks for all options: an option that could not be checked might have held,
   * so it comes before one that did not hold.
   */
  private static Judgement closest(List<Expectation> options, List<Judgement> judgements) {
    Judgement closest = null;
    for (int i = 0; i < judgements.size(); i++) {
      boolean applies = !(options.get(i) instanceof Expectation.Unsupported);
      Judgement judgement = judgements.get(i);
      if (applies && (closest == null || judgement.verdict() == Verdict.UNSUPPORTED)) {
        closest = judgement;
      }
    }
    return closest == null ? judgements.getFirst() : closest;
  }

  private static List<String> union(List<List<String>> lists) {
    LinkedHashSet<String> all = new LinkedHashSet<>();
    lists.forEach(all::addAll);
    return List.copyOf(all);
  }

  private static Judgement withReason(Judgement j, String reason) {
    return new Judgement(
        j.verdict(), reason, j.expected(), j.actual(), j.checked(), j.unchecked(), j.differs());
  }

  /** Records what was seen; only what is no behaviour of the program keeps it from passing. */
  private Judgement observe() {
    Findings findings = new Findings(List.of(), trials);
    for (Trial trial : trials) {
      Optional<OutcomeTable.Ruling> ruling =
          OutcomeTable.ruling(trial.observation().outcome(), List.of())
              .filter(r -> r.verdict() != Verdict.EXHAUSTED);
      if (ruling.isPresent()) {
        return findings.ruled(ruling.get());
      }
    }
    return findings.observed();
  }
}
