package dev.touchstone.conformance.corpus.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.touchstone.conformance.corpus.CaseLimits;
import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.corpus.TestCase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells whether a result still belongs to a case: the hash changes with what runs and what is
 * expected, not with the case's name, place, clauses or note.
 */
public final class ContentHash {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private ContentHash() {}

  /** The SHA-256 of a case's canonical content, in 64 hexadecimal digits. */
  public static String of(TestCase testCase) {
    try {
      byte[] bytes = JSON.writeValueAsString(content(testCase)).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // texts, maps and lists can be written; SHA-256 is there
    }
  }

  private static Map<String, Object> content(TestCase c) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("essential", c.essential());
    content.put("vary", c.vary());
    switch (c.program()) {
      case Program.Scheme(String main, Map<String, String> files) -> {
        content.put("main", main);
        content.put("files", files);
      }
      case Program.Assembly(String text) -> content.put("assembly", text);
    }
    c.input().ifPresent(input -> content.put("input", input));
    content.put("args", c.args());
    content.put("fixtures", c.fixtures());
    content.put("limits", limits(c.limits()));
    content.put("text", c.exactText() ? "exact" : "");
    content.put("expect", ExpectationTree.of(c.expect()));
    return content;
  }

  private static Map<String, Long> limits(CaseLimits limits) {
    Map<String, Long> tree = new LinkedHashMap<>();
    limits.time().map(Duration::toMillis).ifPresent(time -> tree.put("milliseconds", time));
    limits.steps().ifPresent(steps -> tree.put("steps", steps));
    limits.output().ifPresent(output -> tree.put("output", output));
    return tree;
  }
}
