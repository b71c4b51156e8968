package dev.touchstone.conformance.doctor;

/**
 * A mistake that was found.
 *
 * @param mistake which
 * @param seen what was seen, with bytes escaped; one or a few lines
 */
public record Diagnosis(Mistake mistake, String seen) {}
