package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.corpus.CaseLimits;
import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.dialect.Rendering;
import dev.touchstone.vm.trace.Level;
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
 * @param exactText whether the program's text itself matters, so that no dialect map may change it
 * @param rendered the program as a dialect map wrote it, if one did
 * @param trace what the run's trace is to tell, if one is wanted
 */
public record Job(
    String id,
    Program program,
    Optional<String> input,
    List<String> args,
    Map<String, String> fixtures,
    CaseLimits limits,
    boolean measureMemory,
    boolean exactText,
    Optional<Rendering.Text> rendered,
    Optional<Level> trace) {
  /** A run of a case, with one of the programs that {@code vary} makes of its own. */
  public static Job of(TestCase testCase, Program program) {
    return new Job(
        testCase.id(),
        program,
        testCase.input(),
        testCase.args(),
        testCase.fixtures(),
        testCase.limits(),
        /* measureMemory= */ false,
        testCase.exactText(),
        Optional.empty(),
        testCase.wantedTrace());
  }

  /** A run of a program that belongs to no case, without input, arguments, files and limits. */
  public static Job of(String id, String program) {
    return new Job(
        id,
        new Program.Scheme(program, Map.of()),
        Optional.empty(),
        List.of(),
        Map.of(),
        CaseLimits.NONE,
        /* measureMemory= */ false,
        /* exactText= */ false,
        Optional.empty(),
        Optional.empty());
  }

  /** The same run with that standard input. */
  public Job withInput(String text) {
    return new Job(
        id,
        program,
        Optional.of(text),
        args,
        fixtures,
        limits,
        measureMemory,
        exactText,
        rendered,
        trace);
  }

  /** The same run within other limits. */
  public Job within(CaseLimits other) {
    return new Job(
        id, program, input, args, fixtures, other, measureMemory, exactText, rendered, trace);
  }

  /** The same run, of which the peak memory is wanted if so. */
  public Job measuringMemory(boolean wanted) {
    return new Job(id, program, input, args, fixtures, limits, wanted, exactText, rendered, trace);
  }

  /** The same, if the program's text matters. */
  public Job withExactText(boolean exact) {
    return new Job(
        id, program, input, args, fixtures, limits, measureMemory, exact, rendered, trace);
  }

  /** The same run with a trace. */
  public Job tracing(Level level) {
    return new Job(
        id,
        program,
        input,
        args,
        fixtures,
        limits,
        measureMemory,
        exactText,
        rendered,
        Optional.of(level));
  }

  /** The same run of the program in the words of another Lisp. */
  Job rendered(Program other, Rendering.Text text) {
    return new Job(
        id,
        other,
        input,
        args,
        fixtures,
        limits,
        measureMemory,
        exactText,
        Optional.of(text),
        trace);
  }
}
