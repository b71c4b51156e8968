package dev.touchstone.conformance.init;

import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.subject.Subject;
import dev.touchstone.conformance.subject.Subjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A VM that Touchstone sees for the first time: how it is run, how it words errors, what it has.
 */
public final class NewSubject {
  private final Corpus corpus;
  private final Detective detective;
  private final Trial trial;
  private final List<Climb.Step> steps = new ArrayList<>();

  /** A VM of which that is known. */
  public NewSubject(Wishes wishes, Corpus corpus) {
    this.corpus = corpus;
    this.detective = new Detective(wishes, corpus.language());
    this.trial = new Trial(corpus.language(), wishes.directory());
  }

  /** Finds out how it is run; empty if nothing works. */
  public Optional<Draft> detect() throws InterruptedException {
    return detective.find();
  }

  /** What was tried in vain, a line each. */
  public List<String> tried() {
    return detective.tried();
  }

  /**
   * Climbs the rungs and completes the draft by what was found.
   *
   * @param most how many cases of a rung are run at most
   */
  public Draft climb(Draft draft, int most, Climb.Audience audience) throws InterruptedException {
    Map<String, String> wordings;
    try (Subject subject = open(draft)) {
      wordings = Wordings.learn(subject);
    }
    Draft worded = draft.with(wordings);
    try (Subject subject = open(worded)) {
      Map<String, String> answers = Answers.of(subject);
      steps.addAll(new Climb(corpus, subject, answers, most).climb(audience));
      return worded.with(Climb.claim(steps, answers));
    }
  }

  private Subject open(Draft draft) {
    return Subjects.open(trial.description(draft), corpus.language());
  }

  /** How many cases passed. */
  public int passed() {
    return steps.stream().mapToInt(Climb.Step::passed).sum();
  }

  /** The ids of cases that apply and did not pass. */
  public List<String> failing() {
    return steps.stream().flatMap(step -> step.failing().stream()).toList();
  }
}
