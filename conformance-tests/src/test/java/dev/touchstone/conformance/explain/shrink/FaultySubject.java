package dev.touchstone.conformance.explain.shrink;

import dev.touchstone.conformance.corpus.CaseLimits;
import dev.touchstone.conformance.corpus.CorpusLoader;
import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.subject.Job;
import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.conformance.subject.Subject;
import dev.touchstone.conformance.subject.SubjectProfile;
import dev.touchstone.conformance.subject.Subjects;
import java.util.function.UnaryOperator;

/** The reference VM with a fault, which is planted into the programs that it is given. */
public final class FaultySubject implements Subject {
  private static final Subject REFERENCE =
      Subjects.open("reference", CorpusLoader.builtIn().language());

  private final UnaryOperator<String> fault;

  private FaultySubject(UnaryOperator<String> fault) {
    this.fault = fault;
  }

  /** Without a fault. */
  public static Subject sound() {
    return new FaultySubject(text -> text);
  }

  /** With other standard procedures: the definitions stand before each program. */
  public static Subject with(String definitions) {
    return new FaultySubject(text -> definitions + "\n" + text);
  }

  /** That reads a part of its programs as another. */
  public static Subject reading(String part, String as) {
    return new FaultySubject(text -> text.replace(part, as));
  }

  @Override
  public SubjectProfile profile() {
    SubjectProfile profile = REFERENCE.profile();
    return new SubjectProfile(
        "faulty", "1.0", profile.features(), profile.capabilities(), profile.reports());
  }

  @Override
  public Observation run(Job job) throws InterruptedException {
    String text = job.program() instanceof Program.Scheme scheme ? scheme.main() : "";
    String changed = fault.apply(text);
    Observation seen = REFERENCE.run(job(changed, job.limits()));
    boolean crashes =
        seen.outcome() instanceof Outcome.Failed failed && failed.message().contains("crash-here");
    return crashes ? seen.with(new Outcome.Crashed("signal SEGV"), seen.output()) : seen;
  }

  /** A run of that text. */
  static Job job(String text, CaseLimits limits) {
    return Job.of("toy", text).within(limits);
  }

  @Override
  public void close() {}
}
