package dev.touchstone.conformance.doctor;

import java.nio.charset.StandardCharsets;

/** Bytes and texts made visible: what is not printable ASCII is escaped. */
final class Escaped {
  private static final int HEAD = 240;

  private Escaped() {}

  /** All of them in quotes, cut in the middle of nowhere if they are many. */
  static String bytes(byte[] bytes) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < Math.min(bytes.length, HEAD); i++) {
      append(text, bytes[i]);
    }
    text.append('"');
    if (bytes.length > HEAD) {
      text.append(" ... (").append(bytes.length).append(" bytes)");
    }
    return text.toString();
  }

  /** The bytes of a text in UTF-8. */
  static String text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The last line or so of an error stream, for a sentence; empty if there is nothing. */
  static String tail(String errors) {
    String stripped = errors.strip();
    if (stripped.isEmpty()) {
      return "";
    }
    String end = stripped.substring(Math.max(0, stripped.length() - HEAD));
    return "; its error stream ends with " + text(end);
  }

  private static void append(StringBuilder text, byte value) {
    switch (value) {
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      case '\\' -> text.append("\\\\");
      default -> {
        if (value >= ' ' && value < 0x7f) {
          text.append((char) value);
        } else {
          text.append("\\x%02X".formatted(value));
        }
      }
    }
  }
}
