/**
 * Processes of the operating system, ended for certain.
 *
 * <p>In comes a {@link dev.touchstone.conformance.subject.process.Launch}; out goes what the
 * process wrote, and an {@link dev.touchstone.conformance.subject.process.Ending}: why the runner
 * waits for it no longer. Nothing here knows of programs or verdicts.
 *
 * <p>Invariants: neither waits for the other, for every stream has a thread of its own; what is
 * kept of a stream is bounded; after {@code close} nothing that the process started is left, also
 * what ignores signals or has another parent by now.
 */
@NullMarked
package dev.touchstone.conformance.subject.process;

import org.jspecify.annotations.NullMarked;
