package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.corpus.Program;

/** An implementation under test. Thread-safe: jobs run in parallel. */
public interface Subject extends AutoCloseable {
  /** What it says of itself. */
  SubjectProfile profile();

  /**
   * Runs a job to its end. Whatever the subject does becomes an outcome; nothing is thrown for it,
   * and no process is left behind.
   *
   * @throws InterruptedException if the runner is told to stop; the process is killed first
   */
  Observation run(Job job) throws InterruptedException;

  /**
   * Runs a job where no other has run before. What is seen then is {@link Observation#alone}.
   *
   * @throws InterruptedException likewise
   */
  default Observation runAlone(Job job) throws InterruptedException {
    return run(job);
  }

  /**
   * A job's program as the subject gets it, for a reader: of what is the same around every program
   * only the size is told. Nothing runs.
   */
  default String shown(Job job) {
    return switch (job.program()) {
      case Program.Scheme(String main, var _) -> main;
      case Program.Assembly(String text) -> text;
    };
  }

  @Override
  void close();
}
