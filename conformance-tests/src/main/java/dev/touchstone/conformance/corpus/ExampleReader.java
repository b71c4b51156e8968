package dev.touchstone.conformance.corpus;

import dev.touchstone.conformance.corpus.CaseDraft.ProgramText;
import dev.touchstone.conformance.corpus.SpecLoader.ExampleBlock;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.value.Str;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes cases of the examples in the spec's chapters. */
final class ExampleReader {
  private static final Pattern LINE =
      Pattern.compile("\\s*;\\s*(=>|output:|error:|event:)\\s*(.*?)\\s*");
  private static final List<String> ATTRIBUTES = List.of("case", "clause");

  private final Names names;
  private final Problems problems;

  ExampleReader(Names names, Problems problems) {
    this.names = names;
    this.problems = problems;
  }

  /**
   * The case that a block of Scheme is; nothing for a mere illustration.
   *
   * @param prefix what ids begin with, empty for the built-in corpus
   */
  Optional<CaseDraft> read(ExampleBlock block, String prefix) {
    int end = block.lines().size();
    while (end > 0 && isExpectation(block.lines().get(end - 1))) {
      end--;
    }
    boolean plain = block.info().equals("scheme");
    if (plain && end == block.lines().size()) {
      return Optional.empty();
    }
    if (plain) {
      problems.add(block.fence(), "this example says what happens, but has no `case=`");
      return Optional.empty();
    }
    Map<String, String> attributes = attributes(block);
    Optional<Expectation> expect = expectation(block, end);
    List<String> clauses = clauses(block, attributes.getOrDefault("clause", ""));
    String slug = attributes.getOrDefault("case", "");
    if (!Ids.isSlug(slug)) {
      problems.add(
          block.fence(), "malformed or missing `case=`: words of a-z and 0-9, joined by -");
      return Optional.empty();
    }
    String program = String.join("\n", block.lines().subList(0, end)) + "\n";
    String id = prefix + "spec/" + block.chapter() + "/" + slug;
    return expect.map(e -> draft(block, id, clauses, program, e));
  }

  private static CaseDraft draft(
      ExampleBlock block, String id, List<String> clauses, String program, Expectation expect) {
    TestCase testCase =
        TestCase.of(
            id,
            clauses,
            new TreeSet<>(),
            essential(expect),
            new Program.Scheme(program, Map.of()),
            expect,
            block.fence());
    return new CaseDraft(
        testCase,
        List.of(new ProgramText(program, (line, column) -> place(block, line, column))),
        Optional.empty(),
        block.fence());
  }

  /** An example about events says nothing without them. */
  private static SortedSet<String> essential(Expectation expect) {
    return Expectations.kinds(expect).contains("events")
        ? new TreeSet<>(Set.of("events"))
        : new TreeSet<>();
  }

  private static SourcePosition place(ExampleBlock block, int line, int column) {
    SourcePosition fence = block.fence();
    return new SourcePosition(fence.file(), fence.line() + line, block.indent() + column);
  }

  private static boolean isExpectation(String line) {
    return LINE.matcher(line).matches();
  }

  private Map<String, String> attributes(ExampleBlock block) {
    Map<String, String> attributes = new LinkedHashMap<>();
    List<String> words = Arrays.asList(block.info().split("\\s+"));
    for (String word : words.subList(1, words.size())) {
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      if (equals < 0 || !ATTRIBUTES.contains(name)) {
        problems.add(
            block.fence(),
            "unknown attribute `" + word + "`; an example is `scheme case=SLUG clause=ID,ID`");
      } else if (attributes.put(name, word.substring(equals + 1)) != null) {
        problems.add(block.fence(), "the attribute `" + name + "` stands here twice");
      }
    }
    return attributes;
  }

  private List<String> clauses(ExampleBlock block, String list) {
    List<String> clauses = new ArrayList<>();
    if (list.isEmpty()) {
      problems.add(block.fence(), "missing `clause=`");
      return clauses;
    }
    for (String id : list.split(",", -1)) {
      Clause clause = names.clauses().get(id);
      if (clause == null) {
        problems.add(
            block.fence(),
            "unknown clause `" + id + "`" + Suggestion.suffix(id, names.clauses().keySet()));
      } else if (clause.withdrawn()) {
        problems.add(block.fence(), "the clause `" + id + "` is withdrawn");
      } else {
        clauses.add(id);
      }
    }
    return clauses;
  }

  private Optional<Expectation> expectation(ExampleBlock block, int end) {
    List<String> values = new ArrayList<>();
    List<String> events = new ArrayList<>();
    List<Aspect> aspects = new ArrayList<>();
    for (int i = end; i < block.lines().size(); i++) {
      int line = i + 1;
      Matcher matcher = LINE.matcher(block.lines().get(i));
      if (matcher.matches()) {
        String text = matcher.group(2);
        int column = matcher.start(2);
        PlaceMap places = (l, c) -> place(block, line, column + c);
        switch (matcher.group(1)) {
          case "=>" -> Data.readOne(text, places, problems).ifPresent(d -> values.add(text));
          case "event:" -> events.add(text);
          case "output:" -> output(text, places).ifPresent(aspects::add);
          default -> error(text, places).ifPresent(aspects::add);
        }
      }
    }
    if (end == block.lines().size()) {
      problems.add(
          block.fence(),
          "this example says not what happens: `; =>`, `; output:`, `; error:` or" + " `; event:`");
    }
    boolean failing = aspects.stream().anyMatch(a -> a.kind().equals("error"));
    if (failing && !values.isEmpty()) {
      problems.add(block.fence(), "`=>` and `error:` exclude another");
    }
    if (!values.isEmpty()) {
      aspects.addFirst(
          values.size() == 1
              ? new Aspect.ValueIs(values.getFirst())
              : new Aspect.ValuesAre(values));
    }
    if (!events.isEmpty()) {
      aspects.add(new Aspect.Events("exact", events));
    }
    return aspects.isEmpty() ? Optional.empty() : Optional.of(new Expectation.All(aspects));
  }

  private Optional<Aspect> output(String text, PlaceMap places) {
    Optional<Syntax> datum = Data.readOne(text, places, problems);
    if (datum.isPresent() && datum.get() instanceof Syntax.Atom(Str string, var span)) {
      return Optional.of(new Aspect.OutputIs(string.text()));
    }
    if (datum.isPresent()) {
      problems.add(places.positionOf(1, 1), "output is written as a string literal");
    }
    return Optional.empty();
  }

  private Optional<Aspect> error(String text, PlaceMap places) {
    Set<ErrorClass> classes = new LinkedHashSet<>();
    for (String name : text.split("[,\\s]+", -1)) {
      Optional<ErrorClass> known = ErrorClass.of(name);
      known.ifPresent(classes::add);
      if (known.isEmpty()) {
        Set<String> ids =
            Arrays.stream(ErrorClass.values()).map(ErrorClass::id).collect(Collectors.toSet());
        problems.add(
            places.positionOf(1, 1),
            "unknown error class `" + name + "`" + Suggestion.suffix(name, ids));
      }
    }
    return classes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Aspect.ErrorIs(Set.of(), classes));
  }
}
