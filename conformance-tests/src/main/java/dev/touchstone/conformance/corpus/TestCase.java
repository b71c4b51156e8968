package dev.touchstone.conformance.corpus;

import dev.touchstone.vm.trace.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * A case of the corpus.
 *
 * @param id {@code chapter/file/slug}; permanent
 * @param clauses the rules it tests, at least one
 * @param requires exactly the features that its program uses, prerequisites included
 * @param essential the aspects without which a pass means nothing, by {@link Aspect#kind()}
 * @param vary for each symbol the texts that replace it, one run each; at most one symbol; often
 *     empty
 * @param program what runs, before any replacement
 * @param input what the program finds on its standard input
 * @param args the program's command line
 * @param fixtures files that the program may read, by relative path
 * @param limits its own limits
 * @param exactText whether the program's text itself matters, so that no dialect map may apply
 * @param expect what a conforming implementation does
 * @param was the ids that it had before
 * @param note why it is here, in a sentence or two; may be empty
 * @param position where it stands
 */
public record TestCase(
    String id,
    List<String> clauses,
    SortedSet<String> requires,
    SortedSet<String> essential,
    Map<String, List<String>> vary,
    Program program,
    Optional<String> input,
    List<String> args,
    Map<String, String> fixtures,
    CaseLimits limits,
    boolean exactText,
    Expectation expect,
    List<String> was,
    String note,
    SourcePosition position) {
  /** A case without variations, input, arguments, files, limits, earlier ids and note. */
  public static TestCase of(
      String id,
      List<String> clauses,
      SortedSet<String> requires,
      SortedSet<String> essential,
      Program program,
      Expectation expect,
      SourcePosition position) {
    return new TestCase(
        id,
        clauses,
        requires,
        essential,
        Map.of(),
        program,
        Optional.empty(),
        List.of(),
        Map.of(),
        CaseLimits.NONE,
        /* exactText= */ false,
        expect,
        List.of(),
        "",
        position);
  }

  /** The same, requiring other features. */
  public TestCase withRequires(SortedSet<String> others) {
    return new TestCase(
        id, clauses, others, essential, vary, program, input, args, fixtures, limits, exactText,
        expect, was, note, position);
  }

  /** The same with other variations. */
  public TestCase withVary(Map<String, List<String>> others) {
    return new TestCase(
        id, clauses, requires, essential, others, program, input, args, fixtures, limits, exactText,
        expect, was, note, position);
  }

  /** The same with another program. */
  public TestCase withProgram(Program other) {
    return new TestCase(
        id, clauses, requires, essential, vary, other, input, args, fixtures, limits, exactText,
        expect, was, note, position);
  }

  /** What a trace has to tell, if something is expected of it. */
  public Optional<Level> wantedTrace() {
    Set<String> kinds = Expectations.kinds(expect);
    return kinds.contains("steps")
        ? Optional.of(Level.STEPS)
        : kinds.contains("events") ? Optional.of(Level.EVENTS) : Optional.empty();
  }

  /** The part of the id before the first slash. */
  public String chapter() {
    return id.substring(0, id.indexOf('/'));
  }

  /** The part of the id between the slashes. */
  public String file() {
    return id.substring(id.indexOf('/') + 1, id.lastIndexOf('/'));
  }

  /** The part of the id after the last slash. */
  public String slug() {
    return id.substring(id.lastIndexOf('/') + 1);
  }
}
