package dev.touchstone.vm.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.bytecode.Opcode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceDiffTest {
  private static Trace of(Level level, Recorder recorder, List<String> texts) {
    texts.forEach(text -> recorder.record(text, null, 0));
    return recorder.trace(new Trace.Header(level, "p", RollingHash.of("p"), "s"), "values");
  }

  private static Trace events(String... texts) {
    return of(Level.EVENTS, Recorder.ofEnds(Level.EVENTS), List.of(texts));
  }

  private static Trace steps(String... texts) {
    return of(Level.STEPS, Recorder.ofEnds(Level.STEPS), List.of(texts));
  }

  private static List<String> numbered(int count, int wrongAt) {
    List<String> texts = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      texts.add("call f " + (i == wrongAt ? "wrong" : i));
    }
    return texts;
  }

  @Test
  void equalTracesAreTheSame() {
    assertThat(TraceDiff.of(events("call f 1", "return f 2"), events("call f 1", "return f 2")))
        .isEqualTo(new TraceDiff.Result.Same(2, 0));
  }

  @Test
  void theFirstRecordThatDiffersIsNamed() {
    TraceDiff.Result.At at =
        (TraceDiff.Result.At)
            TraceDiff.of(
                events("call f 1", "tail-call g 1", "return g 1"),
                events("call f 1", "call g 1", "return g 1", "return f 1"));
    assertThat(at.number()).isEqualTo(2);
    assertThat(at.before()).extracting(TraceRecord::text).containsExactly("call f 1");
    Suspect suspect = Suspect.of(Level.EVENTS, at);
    assertThat(suspect.what()).isEqualTo("event 2: tail-call g 1");
    assertThat(suspect.clauses()).contains("TAIL-2", "TRACE-7");
  }

  @Test
  void aTraceThatGoesOnHasASurplusEvent() {
    TraceDiff.Result.At at =
        (TraceDiff.Result.At) TraceDiff.of(events("raise 1"), events("raise 1", "handle 1"));
    assertThat(at.a()).isEmpty();
    assertThat(Suspect.of(Level.EVENTS, at).what()).isEqualTo("a surplus event 2: handle 1");
  }

  @Test
  void aTraceThatEndsEarlyLacksTheEvent() {
    TraceDiff.Result.At at =
        (TraceDiff.Result.At) TraceDiff.of(events("raise 1", "handle 1"), events("raise 1"));
    assertThat(at.b()).isEmpty();
    assertThat(Suspect.of(Level.EVENTS, at).clauses()).contains("HAND-5");
  }

  /** What a step shows is what the one before has made. */
  @Test
  void ofStepsTheOneBeforeIsSuspected() {
    TraceDiff.Result.At at =
        (TraceDiff.Result.At)
            TraceDiff.of(
                steps("f:0 | LOCAL 0 | 1", "f:2 | RETURN | 1 1"),
                steps("f:0 | LOCAL 0 | 1", "f:2 | RETURN | 1 2"));
    Suspect suspect = Suspect.of(Level.STEPS, at);
    assertThat(suspect.what()).endsWith("f:0 | LOCAL 0 | 1");
    assertThat(suspect.row()).contains(Opcode.LOCAL);
    assertThat(suspect.clauses()).contains("MACH-13");
  }

  @Test
  void tracesOfDifferentProgramsOrLevelsAreNotCompared() {
    Trace other =
        Recorder.ofEnds(Level.EVENTS)
            .trace(new Trace.Header(Level.EVENTS, "q", RollingHash.of("q"), "s"), "");
    assertThat(TraceDiff.of(events("call f"), other))
        .isInstanceOfSatisfying(
            TraceDiff.Result.Incomparable.class,
            result -> assertThat(result.why()).contains("different programs"));
    assertThat(TraceDiff.of(events("call f"), steps("f:0 | POP |")))
        .isInstanceOfSatisfying(
            TraceDiff.Result.Incomparable.class,
            result -> assertThat(result.why()).contains("levels differ"));
  }

  @Test
  void aDifferenceAmongRecordsThatWereNotKeptLiesInAnInterval() {
    Trace a = of(Level.EVENTS, Recorder.ofEnds(Level.EVENTS), numbered(5_000, 0));
    Trace b = of(Level.EVENTS, Recorder.ofEnds(Level.EVENTS), numbered(5_000, 3_000));
    TraceDiff.Result.Within within = (TraceDiff.Result.Within) TraceDiff.of(a, b);
    assertThat(within.from()).isBetween(2_900L, 3_000L);
    assertThat(within.to()).isBetween(3_000L, 3_100L);
    long from = within.from();
    long to = within.to();
    Trace again = of(Level.EVENTS, Recorder.ofInterval(Level.EVENTS, from, to), numbered(5_000, 0));
    Trace wrong =
        of(Level.EVENTS, Recorder.ofInterval(Level.EVENTS, from, to), numbered(5_000, 3_000));
    assertThat(TraceDiff.of(again, wrong))
        .isInstanceOfSatisfying(
            TraceDiff.Result.At.class, at -> assertThat(at.number()).isEqualTo(3_000));
  }

  @Test
  void aCallThatLooksForReturnIsAVariant() {
    assertThat(
            TraceDiff.of(
                steps("f:0 | TAIL_CALL 1 | <procedure#1> 2", "g:0 | RETURN | 2"),
                steps("f:0 | CALL 1 | <procedure#1> 2", "g:0 | RETURN | 2")))
        .isEqualTo(new TraceDiff.Result.Same(2, 1));
    Trace returning =
        steps(
            "f:0 | CALL 1 | <procedure#1> 2",
            "g:0 | RETURN | 2",
            "f:2 | RETURN | 2",
            "m:9 | POP | 2");
    Trace peeking = steps("f:0 | CALL 1 | <procedure#1> 2", "g:0 | RETURN | 2", "m:9 | POP | 2");
    assertThat(TraceDiff.of(returning, peeking)).isEqualTo(new TraceDiff.Result.Same(4, 1));
    assertThat(TraceDiff.of(peeking, returning)).isEqualTo(new TraceDiff.Result.Same(3, 1));
  }

  @Test
  void aTailCallThatReturnsToItsCallerIsNone() {
    assertThat(
            TraceDiff.of(
                steps("f:0 | TAIL_CALL 1 | <procedure#1> 2", "g:0 | RETURN | 2", "m:9 | POP | 2"),
                steps(
                    "f:0 | CALL 1 | <procedure#1> 2",
                    "g:0 | RETURN | 2",
                    "f:2 | RETURN | 2",
                    "m:9 | POP | 2")))
        .isInstanceOf(TraceDiff.Result.At.class);
  }

  @Test
  void theTextNamesBothSidesAndTheClause() {
    String text =
        new DiffText(id -> "the text of " + id, at -> "")
            .of(
                Level.EVENTS,
                TraceDiff.of(events("call f 1", "return f 1"), events("call f 1", "return f 2")));
    assertThat(text)
        .contains("part at record 2", "  A      2  return f 1", "  B      2  return f 2")
        .contains("Suspect: event 2: return f 1", "PROC-8: the text of PROC-8");
  }
}
