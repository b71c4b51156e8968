package dev.touchstone.conformance.subject;

/**
 * What stands before a program.
 *
 * @param imports makes the standard bindings visible to a script; left out before a program that
 *     states itself what it uses
 * @param text defines what the markers call; stands before every program
 */
public record Preamble(String imports, String text) {}
