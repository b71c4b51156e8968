package dev.touchstone.vm.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecorderTest {
  private static final Trace.Header HEADER =
      new Trace.Header(Level.EVENTS, "p", RollingHash.of("p"), "s");

  private static Trace traced(Recorder recorder, int count, String text) {
    for (int i = 1; i <= count; i++) {
      recorder.record(text + i, null, 0);
    }
    return recorder.trace(HEADER, "values");
  }

  /** Computed with the Python of chapter 24. */
  @Test
  void theHashIsThatOfTheChapter() {
    RollingHash hash = new RollingHash();
    assertThat(hash.hex()).isEqualTo("cbf29ce484222325");
    hash.add("call f 1");
    assertThat(hash.hex()).isEqualTo("53fe14707557b1d2");
    hash.add("return f \"λ€😀\"");
    assertThat(hash.hex()).isEqualTo("b56e03fabf589904");
  }

  @Test
  void aShortTraceIsWhole() {
    Trace trace = traced(Recorder.ofEnds(Level.EVENTS), 40, "call f ");
    assertThat(trace.isComplete()).isTrue();
    assertThat(trace.checkpoints().keySet()).containsExactly(16L, 32L);
    assertThat(trace.footer().count()).isEqualTo(40);
  }

  @Test
  void aLongTraceKeepsItsEndsAndCheckpointsAtEqualDistances() {
    Trace trace = traced(Recorder.ofEnds(Level.EVENTS), 1_000_000, "call f ");
    List<Long> kept = trace.records().stream().map(TraceRecord::number).toList();
    assertThat(kept)
        .hasSize(Recorder.FIRST + Recorder.LAST)
        .contains(1L, 200L, 999_901L, 1_000_000L);
    long distance = trace.checkpoints().firstKey();
    assertThat(trace.checkpoints()).hasSizeBetween(256, 512);
    assertThat(trace.checkpoints().keySet()).allMatch(number -> number % distance == 0);
    assertThat(Long.bitCount(distance)).isEqualTo(1);
  }

  @Test
  void theFileOfAnyRunIsSmall() {
    Trace trace =
        traced(Recorder.ofEnds(Level.EVENTS), 300_000, "call f " + "(a b c d e f) ".repeat(10));
    String file = String.join("\n", TraceLines.of(trace));
    assertThat(file.getBytes(StandardCharsets.UTF_8).length).isLessThan(100_000);
  }

  @Test
  void anIntervalIsKeptAndAllIsHashed() {
    Trace some = traced(Recorder.ofInterval(Level.EVENTS, 10, 12), 50, "call f ");
    Trace all = traced(Recorder.ofEnds(Level.EVENTS), 50, "call f ");
    assertThat(some.records()).extracting(TraceRecord::number).containsExactly(10L, 11L, 12L);
    assertThat(some.footer()).isEqualTo(all.footer());
  }
}
