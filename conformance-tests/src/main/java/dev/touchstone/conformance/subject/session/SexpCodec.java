package dev.touchstone.conformance.subject.session;

import java.util.List;
import java.util.Map;

/** Messages as lists that begin with their name. */
final class SexpCodec implements Codec {
  @Override
  public String write(Message.Request message) {
    StringBuilder line = new StringBuilder();
    switch (message) {
      case Message.Hello(String protocol, String runner) -> {
        line.append("(hello");
        field(line, "protocol", List.of(protocol));
        field(line, "runner", List.of(runner));
      }
      case Message.Bye() -> line.append("(bye");
      case Message.Run run -> {
        line.append("(run");
        write(run, line);
      }
    }
    return line.append(')').toString();
  }

  private static void write(Message.Run run, StringBuilder line) {
    field(line, "id", List.of(run.id()));
    field(line, run.assembly() ? "assembly" : "program", List.of(run.text()));
    run.input().ifPresent(input -> field(line, "input", List.of(input)));
    if (!run.args().isEmpty()) {
      field(line, "args", run.args());
    }
    if (!run.files().isEmpty()) {
      line.append(" (files");
      for (Map.Entry<String, String> file : run.files().entrySet()) {
        line.append(" (");
        quote(line, file.getKey());
        line.append(' ');
        quote(line, file.getValue());
        line.append(')');
      }
      line.append(')');
    }
    line.append(" (limits");
    for (Map.Entry<String, Long> limit : run.limits().entrySet()) {
      line.append(" (").append(limit.getKey()).append(' ').append(limit.getValue()).append(')');
    }
    line.append(") (trace ").append(run.trace()).append(')');
  }

  private static void field(StringBuilder line, String name, List<String> texts) {
    line.append(" (").append(name);
    for (String text : texts) {
      line.append(' ');
      quote(line, text);
    }
    line.append(')');
  }

  private static void quote(StringBuilder line, String text) {
    line.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\', '"' -> line.append('\\').append(c);
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> {
          if (Character.isISOControl(c)) {
            line.append("\\x").append(Integer.toHexString(c)).append(';');
          } else {
            line.append(c);
          }
        }
      }
    }
    line.append('"');
  }

  @Override
  public Message.Reply read(String line) throws BadMessage {
    return SexpFields.of(SexpParser.parse(line)).message();
  }
}
