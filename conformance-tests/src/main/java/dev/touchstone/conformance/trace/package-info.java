/**
 * Trace files (spec chapter 24), as others have written them: text enters, a {@link
 * dev.touchstone.vm.trace.Trace} leaves, or a {@link
 * dev.touchstone.conformance.trace.TraceFileException} that says what is wrong in which line. What
 * is read is not believed: where all records are there, their hash is computed again.
 */
@NullMarked
package dev.touchstone.conformance.trace;

import org.jspecify.annotations.NullMarked;
