package dev.touchstone.vm.trace;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The lines of a trace's file, each a JSON object (TRACE-20). */
public final class TraceLines {
  private TraceLines() {}

  /** Header, records and checkpoints in the order of their numbers, footer. */
  public static List<String> of(Trace trace) {
    List<String> lines = new ArrayList<>();
    lines.add(header(trace.header()));
    Iterator<Map.Entry<Long, String>> checkpoints = trace.checkpoints().entrySet().iterator();
    Map.Entry<Long, String> next = checkpoints.hasNext() ? checkpoints.next() : null;
    for (TraceRecord record : trace.records()) {
      while (next != null && next.getKey() < record.number()) {
        lines.add(checkpoint(next));
        next = checkpoints.hasNext() ? checkpoints.next() : null;
      }
      lines.add(record(trace.header().level(), record));
    }
    while (next != null) {
      lines.add(checkpoint(next));
      next = checkpoints.hasNext() ? checkpoints.next() : null;
    }
    lines.add(footer(trace.footer()));
    return lines;
  }

  private static String header(Trace.Header header) {
    return "{\"touchstone-trace\":%d,\"level\":%s,\"program\":%s,\"program-hash\":%s,\"subject\":%s}"
        .formatted(
            Trace.VERSION,
            quoted(header.level().id()),
            quoted(header.program()),
            quoted(header.programHash()),
            quoted(header.subject()));
  }

  private static String record(Level level, TraceRecord record) {
    String at = record.at().isEmpty() ? "" : ",\"at\":" + quoted(record.at());
    String field = level == Level.STEPS ? "step" : "event";
    return "{\"n\":%d,\"%s\":%s%s}".formatted(record.number(), field, quoted(record.text()), at);
  }

  private static String checkpoint(Map.Entry<Long, String> checkpoint) {
    return "{\"n\":%d,\"hash\":%s}".formatted(checkpoint.getKey(), quoted(checkpoint.getValue()));
  }

  private static String footer(Trace.Footer footer) {
    return "{\"count\":%d,\"hash\":%s,\"outcome\":%s}"
        .formatted(footer.count(), quoted(footer.hash()), quoted(footer.outcome()));
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
