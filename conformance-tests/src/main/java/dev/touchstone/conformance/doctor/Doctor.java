package dev.touchstone.conformance.doctor;

import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.subject.CommandLine;
import dev.touchstone.conformance.subject.Subject;
import dev.touchstone.conformance.subject.SubjectDescription;
import dev.touchstone.conformance.subject.Subjects;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Examines a subject from its program to its claims, and stops where nothing more makes sense. */
public final class Doctor {
  private final Language language;

  /** A doctor who knows these features. */
  public Doctor(Language language) {
    this.language = language;
  }

  /**
   * Examines a subject.
   *
   * @param description as {@link Subjects#describe} reads it
   */
  public List<Diagnosis> examine(SubjectDescription description) throws InterruptedException {
    List<Diagnosis> found = diagnoses(description);
    return List.copyOf(found);
  }

  private List<Diagnosis> diagnoses(SubjectDescription description) throws InterruptedException {
    if (description.mode() == SubjectDescription.Mode.IN_PROCESS) {
      try (Subject subject = Subjects.open(description, language)) {
        return new FeatureExamination(language, subject, false).examine();
      }
    }
    String path =
        Objects.requireNonNull(
            new CommandLine(description).environment(Path.of("")).getOrDefault("PATH", ""));
    Optional<Diagnosis> program = new ProgramExamination(description, path).examine();
    if (program.isPresent()) {
      return List.of(program.get());
    }
    return conduct(description);
  }

  private List<Diagnosis> conduct(SubjectDescription description) throws InterruptedException {
    // A dialect map stands between a subject and its bytes, and so does a prompt.
    boolean ask =
        description.mode() == SubjectDescription.Mode.REPL
            || (description.dialect().isPresent() && description.session().isEmpty());
    Examined raw = ask ? new Examined(List.of(), true) : raw(description);
    if (!raw.complete()) {
      return raw.found();
    }
    List<Diagnosis> all = new ArrayList<>(raw.found());
    try (Subject subject = Subjects.open(description, language)) {
      if (ask) {
        Examined asked = new AskingExamination(description, subject).examine();
        all.addAll(asked.found());
        if (!asked.complete()) {
          return all;
        }
      }
      all.addAll(new FeatureExamination(language, subject, hasNoSymbols(subject)).examine());
    }
    return all;
  }

  private Examined raw(SubjectDescription description) throws InterruptedException {
    return description.session().isPresent()
        ? new SessionExamination(description, description.session().get().lines(), language)
            .examine()
        : new PlainExamination(description).examine();
  }

  private static boolean hasNoSymbols(Subject subject) throws InterruptedException {
    return !Programs.passed(subject.run(Programs.job(Simplest.BASE.program())), false)
        && Programs.passed(subject.run(Programs.job(Simplest.ARITH.program())), true);
  }
}
