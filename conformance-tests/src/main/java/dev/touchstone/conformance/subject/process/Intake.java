package dev.touchstone.conformance.subject.process;

/** Takes what a process writes to one of its streams. One thread calls it. */
@FunctionalInterface
public interface Intake {
  /** Takes the first bytes of a buffer, which the caller uses again. */
  void take(byte[] buffer, int count);
}
