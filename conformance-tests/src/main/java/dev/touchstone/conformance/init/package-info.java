/**
 * Writes the subject file of a VM that Touchstone sees for the first time.
 *
 * <p>In comes a command; out goes a {@link dev.touchstone.conformance.init.Draft}: how the VM is
 * run, found by trying (does it answer {@code hello}? does it print the value of a file, or can it
 * run what writes markers?), and what it has, found by climbing the rungs.
 *
 * <p>Invariants: nothing is believed that was not tried; a claim is written only for what passed
 * its probe. Spec: chapter 10 (plain subjects), chapter 11 (sessions).
 */
@NullMarked
package dev.touchstone.conformance.init;

import org.jspecify.annotations.NullMarked;
