/**
 * The doctor: finds by name what the author of a subject has overlooked, and says the cure.
 *
 * <p>In comes a subject file; out goes a list of {@link
 * dev.touchstone.conformance.doctor.Diagnosis}, each with the bytes that were seen. An examination
 * is a small class with one idea; it talks to the process itself, on the raw wire, since the
 * subjects of the runner show a mistake of the subject only as a verdict.
 *
 * <p>Invariants: one mistake is told once, under one name: what makes everything after it
 * meaningless ends the examination. The programs use the rung {@code base} or, failing that, {@code
 * arith}; only the probes of features use more. Spec: chapter 11 (protocol), chapter 10 (plain
 * subjects).
 */
@NullMarked
package dev.touchstone.conformance.doctor;

import org.jspecify.annotations.NullMarked;
