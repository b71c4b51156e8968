/**
 * From the tree of tests to verdicts, events and reports.
 *
 * <p>In: the discovered tree. Out: one judgement for each case and subject, told to JUnit in the
 * order of the tree, and the report of the whole run.
 *
 * <p>Invariant: cases run in parallel on workers, while one thread alone walks the tree and tells
 * the listener; so the events of a parallel run are those of a serial one.
 */
@NullMarked
package dev.touchstone.conformance.engine.execution;

import org.jspecify.annotations.NullMarked;
