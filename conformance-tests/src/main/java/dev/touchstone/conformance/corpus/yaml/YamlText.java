package dev.touchstone.conformance.corpus.yaml;

import dev.touchstone.conformance.corpus.Problems;
import dev.touchstone.conformance.corpus.SourcePosition;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.reader.StreamReader;

/** The text of a file, by lines. */
final class YamlText {
  /** The most bytes of a file; a larger program belongs under {@code generate}. */
  static final int MAX_BYTES = 16 * 1024 * 1024;

  private final String file;
  private final String text;
  private final List<String> lines;

  private YamlText(String file, String text) {
    this.file = file;
    this.text = text;
    this.lines = List.of(text.split("\r\n|[\n\r\u0085\u2028\u2029]", -1));
  }

  /** Decodes a file, or tells why it cannot be. */
  static Optional<YamlText> decode(String file, byte[] bytes, Problems problems) {
    if (bytes.length > MAX_BYTES) {
      problems.add(
          new SourcePosition(file, 1, 1),
          "the file has " + bytes.length + " bytes; at most " + MAX_BYTES + " are read");
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(in).toString();
    } catch (CharacterCodingException e) {
      String before = new String(bytes, 0, in.position(), StandardCharsets.UTF_8);
      problems.add(endOf(file, before), "not UTF-8");
      return Optional.empty();
    }
    return new YamlText(file, text).checkCharacters(problems);
  }

  private Optional<YamlText> checkCharacters(Problems problems) {
    int i = 0;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      if (i == 0 && point == 0xFEFF) {
        problems.add(endOf(file, ""), "the file begins with a byte order mark; save it without");
        return Optional.empty();
      }
      if (!StreamReader.isPrintable(point)) {
        problems.add(
            endOf(file, text.substring(0, i)),
            "the character U+%04X may not stand in YAML; in double quotes write it as an escape"
                .formatted(point));
        return Optional.empty();
      }
      i += Character.charCount(point);
    }
    return Optional.of(this);
  }

  private static SourcePosition endOf(String file, String before) {
    YamlText text = new YamlText(file, before);
    String last = text.lines.getLast();
    return new SourcePosition(file, text.lines.size(), last.codePointCount(0, last.length()) + 1);
  }

  String file() {
    return file;
  }

  String text() {
    return text;
  }

  /** A line, from 1; empty after the last. */
  String line(int number) {
    return number <= lines.size() ? lines.get(number - 1) : "";
  }

  /** What stands in a line from a column on, both from 1, columns in code points. */
  String from(int line, int column) {
    String whole = line(line);
    int points = whole.codePointCount(0, whole.length());
    return whole.substring(whole.offsetByCodePoints(0, Math.min(column - 1, points)));
  }
}
