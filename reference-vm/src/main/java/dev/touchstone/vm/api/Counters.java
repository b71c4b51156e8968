package dev.touchstone.vm.api;

/**
 * What a run used.
 *
 * @param steps procedure calls
 * @param peakFrames the most frames that were on the frame stack; 0 where there is none
 * @param peakStack the most slots that were in use on the value stack; 0 where there is none
 */
public record Counters(long steps, long peakFrames, long peakStack) {}
