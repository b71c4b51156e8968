package dev.touchstone.conformance.subject;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The blocks of the chapter on the protocol. */
final class ProtocolChapter {
  private static final String RESOURCE = "/touchstone/spec/chapters/11-protocol.md";

  private ProtocolChapter() {}

  /** The transcripts: lines that begin with {@code >} (the runner's) or {@code <}. */
  static List<String> transcripts() {
    return blocks("transcript");
  }

  /** The blocks of a kind, which is empty for those that are shown only. */
  static List<String> blocks(String kind) {
    Pattern block =
        Pattern.compile("^```" + kind + "\\n((?:(?!```).*\\n)*)```$", Pattern.MULTILINE);
    return block.matcher(text()).results().map(found -> found.group(1)).toList();
  }

  private static String text() {
    try (InputStream stream = ProtocolChapter.class.getResourceAsStream(RESOURCE)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
