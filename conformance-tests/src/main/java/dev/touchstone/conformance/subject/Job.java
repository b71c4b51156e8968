package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.corpus.CaseLimits;
import dev.touchstone.conformance.corpus.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of one case. It never holds what is expected.
 *
 * @param id the case
 * @param program what runs, after {@code vary}
 * @param input standard input
 * @param args command line
 * @param fixtures files that the program may read, by relative path
 * @param limits the case's own limits
 * @param measureMemory whether the peak memory of the run is wanted
 */
public record Job(
    String id,
    Program program,
    Optional<String> input,
    List<String> args,
    Map<String, String> fixtures,
    CaseLimits limits,
    boolean measureMemory) {}
