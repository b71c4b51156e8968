package dev.touchstone.conformance.corpus;

import dev.touchstone.conformance.corpus.yaml.YamlFields;
import dev.touchstone.conformance.corpus.yaml.YamlFile;
import dev.touchstone.conformance.corpus.yaml.YamlMap;
import dev.touchstone.conformance.corpus.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads files of cases. What the programs themselves say is checked later. */
final class CaseLoader {
  static final List<String> FILE_KEYS = List.of("chapter", "requires", "cases");
  static final List<String> CASE_KEYS =
      List.of(
          "id",
          "clauses",
          "requires",
          "essential",
          "vary",
          "program",
          "main",
          "files",
          "assembly",
          "generate",
          "input",
          "args",
          "fixtures",
          "limits",
          "text",
          "expect",
          "was",
          "note");
  static final List<String> LIMIT_KEYS = List.of("time", "steps", "output");

  private final Names names;
  private final Problems problems;

  CaseLoader(Names names, Problems problems) {
    this.names = names;
    this.problems = problems;
  }

  /**
   * The cases of a file.
   *
   * @param file what messages call it
   * @param group what their ids have before the slug, with the slash
   */
  List<CaseDraft> read(String file, String group, byte[] bytes) {
    Optional<YamlMap> root = YamlFile.read(file, bytes, problems);
    if (root.isEmpty()) {
      return List.of();
    }
    YamlFields fields = YamlFields.of(root.get(), "a file of cases", FILE_KEYS, problems);
    fields.require("cases");
    fields
        .requiredText("chapter")
        .ifPresent(chapter -> fields.isKnown("chapter", chapter, names.chapters()));
    List<YamlScalar> common = features(fields);
    List<CaseDraft> cases = new ArrayList<>();
    for (YamlMap map : fields.maps("cases")) {
      YamlFields own = YamlFields.of(map, "a case", CASE_KEYS, problems);
      Optional<SourcePosition> requiresAt =
          fields.has("requires") ? Optional.of(fields.position("requires")) : Optional.empty();
      readCase(own, group, common, requiresAt).ifPresent(cases::add);
    }
    return cases;
  }

  private List<YamlScalar> features(YamlFields fields) {
    return fields.texts("requires").stream()
        .filter(f -> fields.isKnown("feature", f, names.language().features().keySet()))
        .toList();
  }

  private Optional<CaseDraft> readCase(
      YamlFields fields,
      String group,
      List<YamlScalar> common,
      Optional<SourcePosition> fileRequiresAt) {
    Optional<String> slug = slug(fields);
    List<String> clauses = clauses(fields);
    Map<String, List<String>> vary = vary(fields);
    SortedSet<String> requires = new TreeSet<>();
    common.forEach(f -> requires.add(f.text()));
    features(fields).forEach(f -> requires.add(f.text()));
    ProgramReader programs = new ProgramReader(fields, problems);
    Optional<Program> program = programs.read();
    Map<String, String> fixtures = programs.files("fixtures", false);
    CaseLimits limits = fields.map("limits").map(this::limits).orElse(CaseLimits.NONE);
    boolean exact = isExact(fields);
    List<String> was = was(fields);
    Optional<Expectation> expect = expect(fields, vary);
    SortedSet<String> essential = essential(fields, expect);
    String note = fields.text("note").map(YamlScalar::text).orElse("");
    Optional<String> input = fields.text("input").map(YamlScalar::text);
    List<String> args = fields.texts("args").stream().map(YamlScalar::text).toList();
    if (slug.isEmpty() || program.isEmpty() || expect.isEmpty()) {
      return Optional.empty();
    }
    TestCase testCase =
        new TestCase(
            group + slug.get(),
            clauses,
            requires,
            essential,
            vary,
            program.get(),
            input,
            args,
            fixtures,
            limits,
            exact,
            expect.get(),
            was,
            note,
            fields.map().position());
    Optional<SourcePosition> requiresAt =
        fields.has("requires") ? Optional.of(fields.position("requires")) : fileRequiresAt;
    return Optional.of(
        new CaseDraft(testCase, programs.texts(), requiresAt, fields.position("vary")));
  }

  private Optional<String> slug(YamlFields fields) {
    Optional<String> id = fields.requiredText("id").map(YamlScalar::text);
    if (id.isPresent() && !Ids.isSlug(id.get())) {
      fields.problem(
          "id",
          "malformed id `"
              + id.get()
              + "`: words of a-z and 0-9, joined by -, that name the claim");
      return Optional.empty();
    }
    return id;
  }

  private List<String> clauses(YamlFields fields) {
    fields.require("clauses");
    List<String> clauses = new ArrayList<>();
    List<YamlScalar> stated = fields.texts("clauses");
    if (fields.has("clauses") && stated.isEmpty()) {
      fields.problem("clauses", "a case names at least one clause");
    }
    for (YamlScalar id : stated) {
      Clause clause = names.clauses().get(id.text());
      if (fields.isKnown("clause", id, names.clauses().keySet())) {
        clauses.add(id.text());
      }
      if (clause != null && clause.withdrawn()) {
        problems.add(id.position(), "the clause `" + id + "` is withdrawn");
      }
    }
    return clauses;
  }

  private Map<String, List<String>> vary(YamlFields fields) {
    Optional<YamlMap> map = fields.map("vary");
    if (map.isEmpty()) {
      return Map.of();
    }
    if (map.get().entries().size() != 1) {
      fields.problem("vary", "`vary` names exactly one symbol");
      return Map.of();
    }
    String symbol = map.get().entries().getFirst().key().text();
    YamlFields values = YamlFields.of(map.get(), "`vary`", List.of(symbol), problems);
    List<String> data = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (YamlScalar value : values.texts(symbol)) {
      if (!seen.add(value.text())) {
        problems.add(value.position(), "the value `" + value + "` stands here twice");
      } else if (Data.readOne(value, problems).isPresent()) {
        data.add(value.text());
      }
    }
    if (values.node(symbol).isPresent() && seen.isEmpty()) {
      fields.problem("vary", "`vary` gives no value");
    }
    return data.isEmpty() ? Map.of() : Map.of(symbol, data);
  }

  private Optional<Expectation> expect(YamlFields fields, Map<String, List<String>> vary) {
    fields.require("expect");
    Optional<Expectation> expect =
        fields.node("expect").flatMap(new ExpectationReader(names.language(), problems)::read);
    Set<String> kinds = expect.map(Expectations::kinds).orElse(Set.of());
    boolean several = vary.values().stream().anyMatch(values -> values.size() > 1);
    if (kinds.contains("space") && !several) {
      fields.problem("expect", "`space` is a claim about growth and needs `vary` with two values");
    }
    if (kinds.contains("steps") && !fields.has("assembly")) {
      fields.problem("expect", "`steps` is for cases in `assembly`");
    }
    return expect;
  }

  private SortedSet<String> essential(YamlFields fields, Optional<Expectation> expect) {
    SortedSet<String> essential = new TreeSet<>();
    Set<String> kinds = expect.map(Expectations::kinds).orElse(Set.of());
    for (YamlScalar kind : fields.texts("essential")) {
      if (!fields.isKnown("aspect", kind, Set.copyOf(ExpectationReader.ASPECT_KEYS))) {
        continue;
      }
      if (expect.isPresent() && !kinds.contains(kind.text())) {
        problems.add(kind.position(), "`" + kind + "` is essential, but not expected");
      }
      essential.add(kind.text());
    }
    return essential;
  }

  private CaseLimits limits(YamlMap map) {
    YamlFields fields = YamlFields.of(map, "`limits`", LIMIT_KEYS, problems);
    OptionalLong steps = fields.integer("steps", 1, Long.MAX_VALUE);
    OptionalLong output = fields.integer("output", 1, Long.MAX_VALUE);
    return new CaseLimits(fields.duration("time"), steps, output);
  }

  private boolean isExact(YamlFields fields) {
    Optional<YamlScalar> text = fields.text("text");
    if (text.isPresent() && !text.get().text().equals("exact")) {
      fields.problem("text", "`text` may only be `exact`; leave it out otherwise");
    }
    return text.isPresent();
  }

  private List<String> was(YamlFields fields) {
    List<String> ids = new ArrayList<>();
    for (YamlScalar id : fields.texts("was")) {
      if (Ids.isCase(id.text())) {
        ids.add(id.text());
      } else {
        problems.add(id.position(), "malformed id `" + id + "`: `directory/file/slug`");
      }
    }
    return ids;
  }
}
