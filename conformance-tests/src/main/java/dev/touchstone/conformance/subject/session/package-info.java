/**
 * Subjects that stay alive and speak the Touchstone protocol over standard input and output.
 *
 * <p>In comes a {@link dev.touchstone.conformance.subject.Job}; out goes an {@link
 * dev.touchstone.conformance.subject.Observation}. Who reads on starts at {@code SessionSubject}: a
 * {@code WorkerPool} hands out {@code Worker}s, each a process of which at most one run is under
 * way; a {@code Codec} turns {@code Message}s into lines and back; {@code ResultReader} says what
 * an answer means.
 *
 * <p>Invariants: whatever a process writes becomes an outcome; what is kept of it is bounded; ids
 * are random, and nothing that is sent tells what is expected. Chapter 11 of the spec is the
 * contract.
 */
@NullMarked
package dev.touchstone.conformance.subject.session;

import org.jspecify.annotations.NullMarked;
