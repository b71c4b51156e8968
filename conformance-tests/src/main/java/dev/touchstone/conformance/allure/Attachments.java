package dev.touchstone.conformance.allure;

import dev.touchstone.reports.VisibleText;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.model.Attachment;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Attached texts, named by name and content: what comes again is written once. */
final class Attachments {
  private static final int LONGEST = 100_000;

  private final AllureResultsWriter writer;
  private final Set<String> written = new HashSet<>();

  Attachments(AllureResultsWriter writer) {
    this.writer = writer;
  }

  /** Attaches a text; an empty one is none. */
  Optional<Attachment> text(String name, String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String shown = VisibleText.cut(text, LONGEST);
    String source = source(name + "\n" + shown);
    if (written.add(source)) {
      writer.write(source, new ByteArrayInputStream(shown.getBytes(StandardCharsets.UTF_8)));
    }
    return Optional.of(new Attachment().setName(name).setType("text/plain").setSource(source));
  }

  private static String source(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(bytes) + "-attachment.txt";
  }
}
