package dev.touchstone.vm.trace;

/**
 * An event or a step.
 *
 * @param number from 1
 * @param text its canonical text
 * @param at {@code line:column} of the program, or empty
 */
public record TraceRecord(long number, String text, String at) {}
