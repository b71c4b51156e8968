/**
 * Traces: what a run did, record by record, as text that others can write and compare.
 *
 * <p>The machine tells a {@link dev.touchstone.vm.trace.Tracer} of each record, an event or a step
 * ({@link dev.touchstone.vm.trace.Level} says which); {@link dev.touchstone.vm.trace.Recorder}
 * keeps some of them, and the rolling hash of all, as a {@link dev.touchstone.vm.trace.Trace}.
 * {@link dev.touchstone.vm.trace.TraceLines} writes one as a file, {@link
 * dev.touchstone.vm.trace.TraceDiff} finds where two part.
 *
 * <p>Invariant: the hash depends on the texts of the records alone, and a trace of a run of any
 * length has a bounded size. Spec chapter 24 is the contract.
 */
@NullMarked
package dev.touchstone.vm.trace;

import org.jspecify.annotations.NullMarked;
