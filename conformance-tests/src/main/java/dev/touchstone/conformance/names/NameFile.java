package dev.touchstone.conformance.names;

import dev.touchstone.conformance.corpus.Aspect;
import dev.touchstone.conformance.corpus.Clause;
import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.Expectation;
import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Symbol;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The names of the language as one datum, which the reference VM's session reads for {@code ,doc}.
 */
public final class NameFile {
  private static final String SPEC = "spec/";

  private NameFile() {}

  /**
   * {@code ((clauses (ID TEXT) ...) (names (NAME LIBRARY (ID ...) [PROGRAM VALUE]) ...))}: the
   * rules that speak of a name, and the shortest program that shows it.
   */
  public static String of(Corpus corpus) {
    List<KnownName> names = NameIndex.of(corpus);
    StringBuilder text = new StringBuilder();
    text.append("; Made from the spec and the corpus by NameFileTest; do not edit.\n((clauses");
    new TreeSet<>(names.stream().flatMap(name -> name.clauses().stream()).toList())
        .forEach(id -> text.append("\n  ").append(clause(corpus.clauses(), id)));
    text.append(")\n (names");
    names.forEach(name -> text.append("\n  ").append(entry(name)));
    return text.append("))\n").toString();
  }

  private static String clause(Map<String, Clause> clauses, String id) {
    Clause clause = Objects.requireNonNull(clauses.get(id));
    return "(" + quoted(id) + " " + quoted(clause.text()) + ")";
  }

  private static String entry(KnownName name) {
    String clauses =
        name.clauses().stream().map(NameFile::quoted).collect(Collectors.joining(" ", "(", ")"));
    return "("
        + Printer.write(Symbol.of(name.name()))
        + " "
        + quoted(name.library())
        + " "
        + clauses
        + example(name).map(each -> " " + each).orElse("")
        + ")";
  }

  /** The shortest program with a value; one of the spec's, if there is any. */
  private static Optional<String> example(KnownName name) {
    return name.cases().stream()
        .filter(each -> value(each).isPresent() && isWhole(each))
        .min(
            Comparator.<TestCase, Boolean>comparing(each -> !each.id().startsWith(SPEC))
                .thenComparingInt(each -> program(each).length())
                .thenComparing(TestCase::id))
        .map(each -> quoted(program(each)) + " " + quoted(value(each).orElseThrow()));
  }

  private static Optional<String> value(TestCase testCase) {
    return testCase.expect() instanceof Expectation.All(List<Aspect> aspects)
            && aspects.size() == 1
            && aspects.getFirst() instanceof Aspect.ValueIs(String datum)
        ? Optional.of(datum)
        : Optional.empty();
  }

  /** Whether the program is all that there is to the case. */
  private static boolean isWhole(TestCase testCase) {
    return testCase.vary().isEmpty()
        && testCase.input().isEmpty()
        && testCase.args().isEmpty()
        && testCase.fixtures().isEmpty()
        && testCase.program() instanceof Program.Scheme(String _, Map<String, String> files)
        && files.isEmpty();
  }

  private static String program(TestCase testCase) {
    return testCase.program() instanceof Program.Scheme scheme ? scheme.main().strip() : "";
  }

  private static String quoted(String text) {
    return Printer.write(Str.of(text));
  }
}
