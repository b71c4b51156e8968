package dev.touchstone.reports;

import dev.touchstone.reports.model.CaseReport;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A short text that two sets of cases have in common only if they are the same cases. */
public final class Fingerprint {
  private static final int DIGITS = 32;

  private Fingerprint() {}

  /** The fingerprint of cases, by the hashes of their contents by id. */
  public static String of(Map<String, String> hashes) {
    String lines =
        new TreeMap<>(hashes)
            .entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue() + "\n")
                .collect(Collectors.joining());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has SHA-256
    }
  }

  /** The fingerprint of the cases of these results; each occurs once. */
  public static String of(List<CaseReport> results) {
    return of(results.stream().collect(Collectors.toMap(CaseReport::id, CaseReport::hash)));
  }
}
