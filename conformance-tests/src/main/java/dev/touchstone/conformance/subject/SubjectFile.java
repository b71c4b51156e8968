package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Problems;
import dev.touchstone.conformance.corpus.yaml.YamlFields;
import dev.touchstone.conformance.corpus.yaml.YamlFile;
import dev.touchstone.conformance.corpus.yaml.YamlMap;
import dev.touchstone.conformance.corpus.yaml.YamlScalar;
import dev.touchstone.conformance.dialect.DialectMap.MarkerTexts;
import dev.touchstone.conformance.dialect.Dialects;
import dev.touchstone.conformance.dialect.Renderer;
import dev.touchstone.conformance.subject.SubjectDescription.Mode;
import dev.touchstone.conformance.subject.SubjectDescription.VersionCommand;
import dev.touchstone.conformance.subject.session.Lines;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the file of a subject, as strictly as the corpus is read. */
public final class SubjectFile {
  static final List<String> KEYS =
      List.of(
          "name",
          "mode",
          "command",
          "version",
          "environment",
          "imports",
          "preamble",
          "markers",
          "prompt",
          "errors",
          "exit",
          "rungs",
          "features",
          "without",
          "capabilities",
          "limits",
          "lines",
          "workers",
          "batch",
          "dialect");

  private static final Set<Mode> PLAIN = EnumSet.of(Mode.MARKERS, Mode.LAST_LINE, Mode.REPL);

  /** The keys that make sense in some modes only. */
  private static final Map<String, Set<Mode>> ONLY_IN =
      Map.ofEntries(
          Map.entry("command", EnumSet.complementOf(EnumSet.of(Mode.IN_PROCESS))),
          Map.entry("environment", EnumSet.complementOf(EnumSet.of(Mode.IN_PROCESS))),
          Map.entry("errors", EnumSet.complementOf(EnumSet.of(Mode.IN_PROCESS))),
          Map.entry("version", PLAIN),
          Map.entry("imports", PLAIN),
          Map.entry("preamble", PLAIN),
          Map.entry("exit", PLAIN),
          Map.entry("markers", Set.of(Mode.MARKERS)),
          Map.entry("prompt", Set.of(Mode.REPL)),
          Map.entry("lines", Set.of(Mode.SESSION)),
          Map.entry("workers", Set.of(Mode.SESSION)),
          Map.entry("batch", Set.of(Mode.SESSION)));

  private final YamlFields fields;
  private final Problems problems;
  private final Language language;

  private SubjectFile(YamlFields fields, Problems problems, Language language) {
    this.fields = fields;
    this.problems = problems;
    this.language = language;
  }

  /**
   * Reads a file.
   *
   * @param name what messages call it
   * @param directory where it lies
   * @throws CorpusException with every mistake
   */
  static SubjectDescription read(String name, byte[] bytes, Path directory, Language language) {
    Problems problems = new Problems();
    Optional<YamlMap> map = YamlFile.read(name, bytes, problems);
    Optional<SubjectDescription> description =
        map.flatMap(
            m -> {
              YamlFields fields = YamlFields.of(m, "a subject", KEYS, problems);
              return new SubjectFile(fields, problems, language).description(directory);
            });
    problems.throwIfAny();
    return description.orElseThrow();
  }

  private Optional<SubjectDescription> description(Path directory) {
    Optional<YamlScalar> name = fields.requiredText("name");
    Optional<Mode> mode = mode();
    Optional<Renderer> dialect = fields.text("dialect").flatMap(d -> dialect(d, directory));
    Optional<MarkerTexts> ofMap = dialect.flatMap(d -> d.map().layout().markers());
    mode.ifPresent(m -> checkKeysOf(m, ofMap.isPresent()));
    ErrorPatterns errors =
        fields
            .map("errors")
            .map(m -> new ErrorsReader(problems).read(m))
            .orElse(ErrorPatterns.NONE);
    ClaimsReader claims = new ClaimsReader(fields, language, problems);
    Set<String> features = claims.features();
    Map<String, String> capabilities = claims.capabilities();
    SubjectDescription.RunLimits limits = new LimitsReader(problems).read(fields.map("limits"));
    Optional<VersionCommand> version = fields.map("version").flatMap(this::version);
    Optional<Markers> markers =
        fields.map("markers").map(this::markers).or(() -> ofMap.map(SubjectFile::markersOf));
    Map<String, String> environment = environment();
    List<String> command = texts("command");
    Preamble preamble = preamble(ofMap);
    String prompt = text("prompt");
    boolean silentExit = silentExit();
    Optional<SessionSettings> session = mode.filter(Mode.SESSION::equals).map(m -> session());
    if (name.isEmpty() || mode.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SubjectDescription(
            name.get().text(),
            mode.get(),
            command,
            directory,
            version,
            environment,
            preamble,
            markers,
            prompt,
            errors,
            silentExit,
            features,
            capabilities,
            limits,
            session,
            dialect));
  }

  private Optional<Renderer> dialect(YamlScalar name, Path directory) {
    try {
      return Optional.of(Dialects.open(name.text(), directory, language));
    } catch (CorpusException wrong) {
      wrong.problems().forEach(p -> problems.add(p.position(), p.message()));
      problems.add(name.position(), "the dialect map `" + name + "` cannot be used");
      return Optional.empty();
    }
  }

  /**
   * What the markers of a map call is defined before anything else, unless the file has its own.
   */
  private Preamble preamble(Optional<MarkerTexts> ofMap) {
    String defined = fields.has("markers") ? "" : ofMap.map(MarkerTexts::preamble).orElse("");
    return new Preamble(block("imports"), defined + block("preamble"));
  }

  private static Markers markersOf(MarkerTexts texts) {
    return new Markers(texts.start(), texts.value(), texts.end(), texts.hold());
  }

  private SessionSettings session() {
    Map<String, Lines> known =
        Arrays.stream(Lines.values()).collect(Collectors.toMap(Lines::id, l -> l));
    Lines lines =
        fields
            .text("lines")
            .filter(l -> fields.isKnown("form of lines", l, known.keySet()))
            .map(l -> known.get(l.text()))
            .orElse(Lines.JSON);
    for (YamlScalar part : fields.texts("command")) {
      if (part.text().contains("{file}") || part.text().contains("{args}")) {
        problems.add(
            part.position(),
            "`" + part + "` means nothing in mode session: the subject is sent its programs");
      }
    }
    return new SessionSettings(
        lines,
        count("workers"),
        count("batch"),
        !fields.present(List.of("rungs", "features", "without")).isEmpty(),
        fields.has("capabilities"));
  }

  private OptionalInt count(String key) {
    OptionalLong count = fields.integer(key, 1, 1_000_000);
    return count.isPresent() ? OptionalInt.of((int) count.getAsLong()) : OptionalInt.empty();
  }

  private Optional<Mode> mode() {
    Map<String, Mode> known =
        Arrays.stream(Mode.values()).collect(Collectors.toMap(Mode::id, m -> m));
    return fields
        .requiredText("mode")
        .filter(m -> fields.isKnown("mode", m, known.keySet()))
        .map(m -> known.get(m.text()));
  }

  private void checkKeysOf(Mode mode, boolean mapHasMarkers) {
    ONLY_IN.forEach(
        (key, modes) -> {
          if (fields.has(key) && !modes.contains(mode)) {
            fields.problem(key, "`" + key + "` means nothing in mode " + mode.id());
          }
        });
    switch (mode) {
      case IN_PROCESS -> {}
      case MARKERS ->
          fields.require(
              mapHasMarkers ? new String[] {"command"} : new String[] {"command", "markers"});
      case LAST_LINE -> fields.require("command");
      case REPL -> fields.require("command", "prompt");
      case SESSION -> fields.require("command", "lines");
    }
  }

  private List<String> texts(String key) {
    List<String> texts = fields.texts(key).stream().map(YamlScalar::text).toList();
    if (fields.has(key) && texts.isEmpty()) {
      fields.problem(key, "`" + key + "` must name a program");
    }
    return texts;
  }

  private String text(String key) {
    return fields.text(key).map(YamlScalar::text).orElse("");
  }

  private String block(String key) {
    String text = text(key);
    return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    for (Map.Entry<YamlScalar, YamlScalar> entry : fields.textMap("environment")) {
      environment.put(entry.getKey().text(), entry.getValue().text());
    }
    return environment;
  }

  private boolean silentExit() {
    Optional<YamlScalar> exit = fields.text("exit");
    if (exit.isPresent() && !exit.get().text().equals("silent")) {
      fields.problem("exit", "`exit` may only be `silent`; leave it out otherwise");
    }
    return exit.isPresent();
  }

  private Markers markers(YamlMap map) {
    YamlFields markers =
        YamlFields.of(map, "`markers`", List.of("start", "value", "end", "hold"), problems);
    for (String key : List.of("start", "value", "end")) {
      Optional<YamlScalar> text = markers.requiredText(key);
      if (text.isPresent() && !text.get().text().contains("{nonce}")) {
        markers.problem(key, "`" + key + "` must contain {nonce}");
      }
    }
    if (markers.has("value") && !text(markers, "value").contains("{form}")) {
      markers.problem("value", "`value` must contain {form}");
    }
    return new Markers(
        text(markers, "start"),
        text(markers, "value"),
        text(markers, "end"),
        markers.text("hold").map(YamlScalar::text).orElse(""));
  }

  private static String text(YamlFields map, String key) {
    return map.node(key).map(n -> n instanceof YamlScalar s ? s.text() : "").orElse("");
  }

  private Optional<VersionCommand> version(YamlMap map) {
    YamlFields version = YamlFields.of(map, "`version`", List.of("command", "pattern"), problems);
    version.require("command", "pattern");
    List<String> command = version.texts("command").stream().map(YamlScalar::text).toList();
    Optional<Pattern> pattern =
        version.text("pattern").flatMap(p -> ErrorsReader.pattern(p, problems));
    if (pattern.isPresent() && pattern.get().matcher("").groupCount() < 1) {
      version.problem("pattern", "`pattern` needs a group around the version");
      return Optional.empty();
    }
    return command.isEmpty() ? Optional.empty() : pattern.map(p -> new VersionCommand(command, p));
  }
}
