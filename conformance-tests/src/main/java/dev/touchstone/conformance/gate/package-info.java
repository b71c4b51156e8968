/**
 * Whether a run is what was expected of it: the comparison with a baseline.
 *
 * <p>In: a {@link dev.touchstone.conformance.gate.Baseline} (a YAML file: who fails what, and why;
 * which cases there were) and the results of one or several runs. Out: {@link
 * dev.touchstone.conformance.gate.Finding}s, a screen that tells of them, and the edited text of
 * the file.
 *
 * <p>Invariant: nothing here runs, reads or writes anything; the command {@code gate} does. A
 * baseline hides nothing that no longer is: what it says of a case that passes, is gone, or fails
 * in another way is a finding.
 *
 * <p>Chapter 13 of the spec, GATE-n.
 */
@NullMarked
package dev.touchstone.conformance.gate;

import org.jspecify.annotations.NullMarked;
