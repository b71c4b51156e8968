package dev.touchstone.conformance.corpus;

import dev.touchstone.conformance.corpus.yaml.YamlFields;
import dev.touchstone.conformance.corpus.yaml.YamlMap;
import dev.touchstone.conformance.corpus.yaml.YamlNode;
import dev.touchstone.conformance.corpus.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Builds huge programs out of pieces: texts, and texts that are repeated. */
final class Generate {
  static final List<String> PIECE_KEYS = List.of("repeat", "times");

  /** The most characters of a generated program. */
  static final long MAX_LENGTH = 64L * 1024 * 1024;

  private final Problems problems;
  private final StringBuilder program = new StringBuilder();

  private Generate(Problems problems) {
    this.problems = problems;
  }

  /** The program that the pieces under a key make, if they are right. */
  static Optional<String> program(YamlFields fields, String key, Problems problems) {
    Generate generate = new Generate(problems);
    List<YamlNode> pieces = fields.items(key);
    int before = problems.count();
    for (YamlNode piece : pieces) {
      if (!generate.add(piece)) {
        fields.problem(key, "the program has more than " + MAX_LENGTH + " characters");
        return Optional.empty();
      }
    }
    return problems.count() > before ? Optional.empty() : Optional.of(generate.program.toString());
  }

  private boolean add(YamlNode piece) {
    if (piece instanceof YamlScalar text) {
      return append(text.text(), 1);
    }
    if (piece instanceof YamlMap map) {
      YamlFields fields = YamlFields.of(map, "a piece", PIECE_KEYS, problems);
      fields.require("times");
      Optional<YamlScalar> text = fields.requiredText("repeat");
      OptionalLong times = fields.integer("times", 1, Integer.MAX_VALUE);
      return text.isEmpty() || times.isEmpty() || append(text.get().text(), times.getAsLong());
    }
    problems.add(piece.position(), "a piece must be a text or a map, but is " + piece.kind());
    return true;
  }

  private boolean append(String text, long times) {
    if (program.length() + text.length() * times > MAX_LENGTH) {
      return false;
    }
    program.repeat(text, (int) times);
    return true;
  }
}
