package dev.touchstone.conformance.subject.session;

import dev.touchstone.vm.trace.Level;
import dev.touchstone.vm.trace.Recorder;
import dev.touchstone.vm.trace.RollingHash;
import dev.touchstone.vm.trace.Trace;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says what the trace in a result is (PROTO-21). Pure. */
final class TraceReader {
  private TraceReader() {}

  /**
   * The trace of a run.
   *
   * @param level what was asked for
   * @param program the text that ran
   */
  static Trace read(Level level, String program, Message.TraceReport report) {
    List<String> records = report.records().orElse(List.of());
    Recorder recorder = Recorder.ofInterval(level, 1, Long.MAX_VALUE);
    records.forEach(text -> recorder.record(text, null, 0));
    Trace.Header header = new Trace.Header(level, "main.scm", RollingHash.of(program), "");
    Trace told = recorder.trace(header, "");
    if (report.records().isPresent()) {
      return told;
    }
    TreeMap<Long, String> checkpoints = new TreeMap<>();
    for (Map.Entry<String, String> each : report.checkpoints().entrySet()) {
      if (each.getKey().matches("[0-9]{1,18}")) {
        checkpoints.put(Long.parseLong(each.getKey()), each.getValue());
      }
    }
    Trace.Footer footer = new Trace.Footer(report.count().orElse(0), report.hash().orElse(""), "");
    return new Trace(header, List.of(), checkpoints, footer);
  }
}
