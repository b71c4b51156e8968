package dev.touchstone.conformance.bench;

import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.conformance.corpus.Problem;
import dev.touchstone.conformance.corpus.Problems;
import dev.touchstone.conformance.corpus.SourcePosition;
import dev.touchstone.conformance.corpus.yaml.YamlFields;
import dev.touchstone.conformance.corpus.yaml.YamlFile;
import dev.touchstone.conformance.corpus.yaml.YamlMap;
import dev.touchstone.conformance.corpus.yaml.YamlScalar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the lists of programs and of participants, as strictly as the corpus is read. */
public final class BenchFiles {
  static final List<String> PROGRAM_KEYS = List.of("name", "title", "features", "value");
  static final List<String> PARTICIPANT_KEYS =
      List.of("name", "title", "version", "environment", "preamble", "prepare", "command");

  private static final String ROOT = "/touchstone/bench/";

  private BenchFiles() {}

  /** The programs that ship with Touchstone. */
  public static List<BenchProgram> programs() {
    Problems problems = new Problems();
    List<BenchProgram> programs = new ArrayList<>();
    for (YamlMap map : items("programs", "programs.yaml", resource("programs.yaml"), problems)) {
      YamlFields fields = YamlFields.of(map, "a program", PROGRAM_KEYS, problems);
      String name = text(fields, "name");
      programs.add(
          new BenchProgram(
              name,
              text(fields, "title"),
              texts(fields.texts("features")),
              text(fields, "value"),
              new String(resource(name + ".scm"), StandardCharsets.UTF_8)));
    }
    problems.throwIfAny();
    return programs;
  }

  /** The participants that ship with Touchstone. */
  public static List<Participant> participants() {
    return participants("participants.yaml", resource("participants.yaml"));
  }

  /**
   * The participants of a file.
   *
   * @throws CorpusException if it cannot be read, or is wrong
   */
  public static List<Participant> participants(Path file) {
    try {
      return participants(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      SourcePosition where = new SourcePosition(file.toString(), 1, 1);
      throw new CorpusException(List.of(new Problem(where, "cannot be read: " + e)));
    }
  }

  private static List<Participant> participants(String file, byte[] bytes) {
    Problems problems = new Problems();
    List<Participant> participants = new ArrayList<>();
    for (YamlMap map : items("participants", file, bytes, problems)) {
      YamlFields fields = YamlFields.of(map, "a participant", PARTICIPANT_KEYS, problems);
      fields.require("command");
      participants.add(
          new Participant(
              text(fields, "name"),
              text(fields, "title"),
              texts(fields.texts("version")),
              environment(fields),
              fields.text("preamble").map(YamlScalar::text).orElse(""),
              texts(fields.texts("prepare")),
              texts(fields.texts("command"))));
    }
    problems.throwIfAny();
    return participants;
  }

  private static Map<String, String> environment(YamlFields fields) {
    Map<String, String> environment = new LinkedHashMap<>();
    fields
        .textMap("environment")
        .forEach(e -> environment.put(e.getKey().text(), e.getValue().text()));
    return environment;
  }

  private static List<YamlMap> items(String key, String file, byte[] bytes, Problems problems) {
    Optional<YamlMap> root = YamlFile.read(file, bytes, problems);
    return root.map(map -> YamlFields.of(map, file, List.of(key), problems).maps(key))
        .orElse(List.of());
  }

  private static String text(YamlFields fields, String key) {
    return fields.requiredText(key).map(YamlScalar::text).orElse("");
  }

  private static List<String> texts(List<YamlScalar> scalars) {
    return scalars.stream().map(YamlScalar::text).toList();
  }

  private static byte[] resource(String name) {
    try (InputStream stream = BenchFiles.class.getResourceAsStream(ROOT + name)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + ROOT + name);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + ROOT + name, e);
    }
  }
}
