package dev.touchstone.vm.api;

/**
 * What a run used.
 *
 * @param steps procedure calls
 * @param peakFrames the most frames that were on the frame stack
 * @param peakStack the most slots that were in use on the value stack
 */
public record Counters(long steps, long peakFrames, long peakStack) {}
