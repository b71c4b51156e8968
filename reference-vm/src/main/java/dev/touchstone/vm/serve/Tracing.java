package dev.touchstone.vm.serve;

import dev.touchstone.vm.trace.Level;
import dev.touchstone.vm.trace.Recorder;
import dev.touchstone.vm.trace.Trace;
import dev.touchstone.vm.trace.TraceRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The trace of a run in its answer (PROTO-21). */
final class Tracing {
  /** The most records that an answer carries. */
  private static final int MOST_RECORDS = 2_000;

  private final Level level;
  private final Recorder recorder;

  private Tracing(Level level) {
    this.level = level;
    this.recorder = Recorder.ofInterval(level, 1, MOST_RECORDS);
  }

  /** What a request wants; empty for {@code none}. */
  static Optional<Tracing> wanted(Fields request) throws BadRequest {
    String wanted = request.text("trace").orElse("none");
    if (wanted.equals("none")) {
      return Optional.empty();
    }
    Level level =
        Level.of(wanted).orElseThrow(() -> new BadRequest("There is no trace " + wanted + "."));
    return Optional.of(new Tracing(level));
  }

  Recorder recorder() {
    return recorder;
  }

  /** The answer with the records, or if they are too many, with their hashes. */
  void addTo(Answer answer) {
    Trace trace = recorder.trace(new Trace.Header(level, "", "", ""), /* outcome= */ "");
    List<String> texts = trace.records().stream().map(TraceRecord::text).toList();
    if (trace.isComplete()) {
      answer.texts(level == Level.STEPS ? "steps" : "events", texts);
    } else {
      Map<String, String> checkpoints =
          trace.checkpoints().entrySet().stream()
              .collect(Collectors.toMap(e -> Long.toString(e.getKey()), Map.Entry::getValue));
      answer.map("trace-checkpoints", checkpoints);
    }
    answer.number("trace-count", trace.footer().count()).text("trace-hash", trace.footer().hash());
  }
}
