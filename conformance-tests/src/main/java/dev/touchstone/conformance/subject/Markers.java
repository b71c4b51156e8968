package dev.touchstone.conformance.subject;

/**
 * Templates of what is spliced into a program; {@code {nonce}} stands for the run's nonce.
 *
 * @param start writes the nonce and {@code S}
 * @param value replaces the last expression, {@code {form}}, and writes the nonce and {@code V},
 *     then each of its values followed by the nonce and a comma
 * @param end writes the nonce and {@code E}
 * @param hold waits until the standard input ends; empty if there is no way
 */
public record Markers(String start, String value, String end, String hold) {}
