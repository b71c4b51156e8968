package dev.touchstone.conformance.explain.shrink;

/**
 * The end of the search.
 *
 * @param program the smallest program found
 * @param seen what both implementations did with it
 * @param subjectRuns how often the subject ran
 * @param complete whether no smaller one is left to try; false if the budget was used up before
 */
public record Shrunk(Tree program, Oracle.Seen seen, int subjectRuns, boolean complete) {}
