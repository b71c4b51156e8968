package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.subject.process.Workspace;

/** A shipped subject whose files were laid into a directory of their own, which goes with it. */
record UnpackedSubject(Subject subject, Workspace files) implements Subject {
  @Override
  public SubjectProfile profile() {
    return subject.profile();
  }

  @Override
  public Observation run(Job job) throws InterruptedException {
    return subject.run(job);
  }

  @Override
  public Observation runAlone(Job job) throws InterruptedException {
    return subject.runAlone(job);
  }

  @Override
  public String shown(Job job) {
    return subject.shown(job);
  }

  @Override
  public void close() {
    subject.close();
    files.close();
  }
}
