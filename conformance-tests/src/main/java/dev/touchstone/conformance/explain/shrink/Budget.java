package dev.touchstone.conformance.explain.shrink;

import java.time.Duration;

/**
 * What the search may use.
 *
 * @param time wall time
 * @param runs how often the subject may run
 */
public record Budget(Duration time, int runs) {}
