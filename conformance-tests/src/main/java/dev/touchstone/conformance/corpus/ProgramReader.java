package dev.touchstone.conformance.corpus;

import dev.touchstone.conformance.corpus.CaseDraft.ProgramText;
import dev.touchstone.conformance.corpus.yaml.YamlFields;
import dev.touchstone.conformance.corpus.yaml.YamlList;
import dev.touchstone.conformance.corpus.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a case runs and the files that lie beside it. */
final class ProgramReader {
  /** The keys of which a case has exactly one. */
  static final List<String> PROGRAM_KEYS = List.of("program", "main", "assembly", "generate");

  /** Names that {@link dev.touchstone.conformance.corpus.export.Export} writes itself. */
  private static final Set<String> RESERVED =
      Set.of("main.scm", "main.tasm", "input.txt", "args.txt", "requires.txt", "expected.json");

  private static final Pattern SCHEME_FILE = Pattern.compile(".*\\.(scm|sld|sls|ss)");

  private final YamlFields fields;
  private final Problems problems;
  private final List<ProgramText> texts = new ArrayList<>();

  ProgramReader(YamlFields fields, Problems problems) {
    this.fields = fields;
    this.problems = problems;
  }

  /** The Scheme texts of the program that was read, the main one first. */
  List<ProgramText> texts() {
    return texts;
  }

  /** The program, or nothing if it is not stated rightly. */
  Optional<Program> read() {
    List<String> present = fields.present(PROGRAM_KEYS);
    if (present.isEmpty()) {
      problems.add(
          fields.map().position(),
          "missing program: one of `program`, `main`, `assembly`, `generate`");
      return Optional.empty();
    }
    if (present.size() > 1) {
      fields.problem(
          present.get(1), "`" + present.get(0) + "` and `" + present.get(1) + "` exclude another");
      return Optional.empty();
    }
    if (fields.has("files") && !present.getFirst().equals("main")) {
      fields.problem("files", "`files` stand beside `main` only, not `" + present.getFirst() + "`");
    }
    return read(present.getFirst());
  }

  private Optional<Program> read(String key) {
    if (key.equals("assembly")) {
      return assembly(key).map(Program.Assembly::new);
    }
    if (key.equals("generate")) {
      SourcePosition at = fields.position(key);
      Optional<String> text = Generate.program(fields, key, problems);
      text.ifPresent(t -> texts.add(new ProgramText(t, (line, column) -> at)));
      return text.map(t -> new Program.Scheme(t, Map.of()));
    }
    Optional<YamlScalar> main = fields.text(key);
    main.ifPresent(text -> texts.add(new ProgramText(text.text(), text::positionOf)));
    Map<String, String> files = key.equals("main") ? files("files", true) : Map.of();
    return main.map(text -> new Program.Scheme(text.text(), files));
  }

  /** A text, or pieces of which a huge one is made. */
  private Optional<String> assembly(String key) {
    return fields.node(key).filter(YamlList.class::isInstance).isPresent()
        ? Generate.program(fields, key, problems)
        : fields.text(key).map(YamlScalar::text);
  }

  /** Files by relative path. */
  Map<String, String> files(String key, boolean isProgram) {
    Map<String, String> files = new LinkedHashMap<>();
    for (Map.Entry<YamlScalar, YamlScalar> entry : fields.textMap(key)) {
      String path = entry.getKey().text();
      if (!isInside(path)) {
        problems.add(
            entry.getKey().position(), "`" + path + "` must be a relative path that stays inside");
      } else if (RESERVED.contains(path) || path.startsWith("expected-")) {
        problems.add(entry.getKey().position(), "`" + path + "` is a name that the runner uses");
      }
      files.put(path, entry.getValue().text());
      if (isProgram && SCHEME_FILE.matcher(path).matches()) {
        texts.add(new ProgramText(entry.getValue().text(), entry.getValue()::positionOf));
      }
    }
    return files;
  }

  private static boolean isInside(String path) {
    return List.of(path.split("/", -1)).stream()
        .allMatch(part -> part.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*"));
  }
}
