/**
 * Implementations under test, and what was seen when one ran a case.
 *
 * <p>In comes a {@link dev.touchstone.conformance.subject.Job}: a program, its input and limits,
 * never what is expected of it. Out goes an {@link dev.touchstone.conformance.subject.Observation}.
 * A subject is described by a YAML file ({@link dev.touchstone.conformance.subject.SubjectFile})
 * and is either the reference VM in this process or a <em>plain</em> one: a process for each run,
 * in a directory of its own.
 *
 * <p>Invariants: whatever a subject does becomes an {@link
 * dev.touchstone.conformance.subject.Outcome}, also when it writes without end, ignores signals or
 * forks; memory and time are bounded; when {@code run} returns, no process and no file of the run
 * is left. Who reads on starts at {@code PlainSubject}: {@code MarkerScript} builds what runs,
 * {@code ChildProcess} and {@code ProcessTree} run it, {@code MarkerRun} says what was seen.
 */
@NullMarked
package dev.touchstone.conformance.subject;

import org.jspecify.annotations.NullMarked;
