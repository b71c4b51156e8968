package dev.touchstone.conformance.subject.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.conformance.subject.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a session does has its own outcome, disturbs no neighbour, and leaves no process behind.
 */
@Timeout(120)
class HostileSessionTest {
  private final Sessions sessions = new Sessions();

  @TempDir private Path directory;

  @AfterEach
  void noProcessIsLeft() {
    assertThat(sessions.leftovers()).as("processes left").isEmpty();
  }

  /** The way of a subject, and what its evil run shows: the outcome begins so. */
  static Stream<Arguments> ways() {
    return Stream.of(
        way("behaves", "Completed[values=[evil]"),
        way("hangs", "TimedOut[milliseconds=1500]"),
        way("answers-late", "TimedOut[milliseconds=1500]"),
        way("ignores-sigterm", "TimedOut[milliseconds=1500]"),
        way("cuts-its-line-and-stays", "TimedOut[milliseconds=1500]"),
        way("kills-itself", "Crashed[what=ended before its answer, killed by signal 9"),
        way(
            "exits",
            "Crashed[what=ended before its answer, exit code 3; the end of its error stream: "
                + "segmentation violation near the end of the world]"),
        way(
            "cuts-its-line",
            "Crashed[what=ended before its answer in the middle of a line "
                + "({\"type\":\"result\",\"id\"), exit code 0]"),
        way("grandchild-keeps-stdout", "Crashed[what=ended before its answer, exit code 4]"),
        way("error-without-class", "Crashed[what=an error that nothing classifies: it went wrong]"),
        way("floods-stdout", "ProtocolError[what=a line is longer than 9437184 bytes: yyyyy"),
        way("floods-lines", "ProtocolError[what=a line is no message: it is no JSON: "),
        way("long-line", "ProtocolError[what=a line is longer than 9437184 bytes: {\"type\""),
        way("answers-twice", "ProtocolError[what=it went on after its answer: {\"type\""),
        way("answers-the-run-before", "ProtocolError[what=its answer has the id `none`, which is"),
        way("wrong-id", "ProtocolError[what=its answer has the id `r0`, which is no run's]"),
        way("invalid-utf8", "ProtocolError[what=byte 0xFF at offset 1 of a line is no UTF-8]"),
        way("invalid-json", "ProtocolError[what=a line is no message: it is no JSON: "),
        way("no-object", "ProtocolError[what=a line is no message: it is no JSON object: [\"re"),
        way("no-id", "ProtocolError[what=a line is no message: it has no field `id`: "),
        way("twice-the-same-field", "ProtocolError[what=a line is no message: it is no JSON: "),
        way("prints-to-stdout", "ProtocolError[what=a line is no message: it is no JSON: "),
        way("says-hello-again", "ProtocolError[what=`hello` in the place of a result]"),
        way("unknown-status", "ProtocolError[what=its answer has the unknown status `fine`]"),
        way("unknown-class", "ProtocolError[what=its answer has the unknown class `segfault`]"),
        way("no-exit-code", "ProtocolError[what=its answer has the status `exited` without a"),
        way(
            "wrong-type-of-field",
            "ProtocolError[what=a line is no message: `values` must be a list of texts: "),
        way("output-beyond-the-limit", "Exhausted[limit=output]"),
        way("eats-memory", "Exhausted[limit=memory]"),
        way("claims-everything", "Completed[values=[42]"),
        way("floods-stderr", "Completed[values=[evil]"),
        way("leaves-children", "Completed[values=[evil]"),
        way("writes-to-the-terminal", "Completed[values=[evil]"),
        way("exits-after-its-answer", "Completed[values=[evil]"),
        way("kills-the-next-run", "Completed[values=[evil]"),
        way("stays-after-bye", "Completed[values=[evil]"),
        way("dies-at-its-first-start", "Completed[values=[evil]"));
  }

  private static Arguments way(String way, String outcome) {
    return Arguments.of(way, outcome);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aWayHasItsOutcomeAndHarmsNoNeighbour(String way, String outcome)
      throws InterruptedException {
    try (Subject subject = sessions.hostile(way, "process", directory)) {
      assertThat(subject.run(Sessions.job("1")).outcome()).isEqualTo(Sessions.completed("1"));
      Observation evil = subject.run(Sessions.job("evil"));
      assertThat(evil.outcome().toString()).startsWith(outcome);
      assertThat(evil.diagnostics()).hasSizeLessThanOrEqualTo(2000);
      assertThat(subject.run(Sessions.job("2")).outcome()).isEqualTo(Sessions.completed("2"));
    }
  }

  static Stream<Arguments> waysOfStarting() {
    return Stream.of(
        way(
            "dies-at-every-start",
            "NotRun[why=it was started 3 times and never got as far as `hello`: it ended before its"
                + " `hello`, exit code 7; the end of its error stream: no licence found]"),
        way(
            "banner-before-hello",
            "NotRun[why=it was started 3 times and never got as far as `hello`: instead of `hello`,"
                + " a line is no message: it is no JSON"),
        way(
            "slow-hello",
            "NotRun[why=it was started 3 times and never got as far as `hello`: it did not answer "
                + "`hello` within 1000 ms]"),
        way(
            "wrong-version",
            "NotRun[why=it speaks version 2.0 of the protocol, and this runner 1.0]"),
        way(
            "claims-what-is-not",
            "NotRun[why=its `hello` claims the unknown rung `bose`; did you mean `base`?]"),
        way("answers-unasked", "ProtocolError[what="),
        way("never-reads", "TimedOut[milliseconds=1500]"));
  }

  @ParameterizedTest
  @MethodSource("waysOfStarting")
  void aWrongStartIsTheOutcomeOfEveryRun(String way, String outcome) throws InterruptedException {
    try (Subject subject = sessions.hostile(way, "process", directory)) {
      assertThat(subject.run(Sessions.job("1")).outcome().toString()).startsWith(outcome);
      assertThat(subject.run(Sessions.job("2")).outcome().toString()).startsWith(outcome);
      assertThat(subject.profile().features()).isNotEmpty();
    }
  }

  @Test
  void aMissingProgramIsNotRun() throws InterruptedException {
    try (Subject subject =
        sessions.open(
            List.of("no-such-program-here"),
            Sessions.settings(OptionalInt.empty(), OptionalInt.empty()),
            Duration.ofSeconds(1))) {
      assertThat(subject.run(Sessions.job("1")).outcome())
          .isEqualTo(
              new Outcome.NotRun(
                  "no such program: no-such-program-here; command: no-such-program-here"));
    }
  }

  @Test
  void alwaysTheSameAnswerIsJustThat() throws InterruptedException {
    try (Subject subject = sessions.hostile("always-42", "world", directory)) {
      assertThat(subject.run(Sessions.job("1")).outcome()).isEqualTo(Sessions.completed("42"));
    }
  }

  @Test
  void neighboursOfEveryKindOfEndingAreUnharmed() throws Exception {
    for (String way : List.of("exits", "hangs", "floods-lines")) {
      try (Subject subject = sessions.hostile(way, "process", directory);
          ExecutorService threads = Executors.newFixedThreadPool(4)) {
        List<Future<Outcome>> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
          String program = i % 20 == 7 ? "evil" : Integer.toString(i);
          all.add(threads.submit(run(subject, program)));
        }
        for (int i = 0; i < 40; i++) {
          if (i % 20 != 7) {
            assertThat(all.get(i).get()).isEqualTo(Sessions.completed(Integer.toString(i)));
          }
        }
      } catch (ExecutionException e) {
        throw new AssertionError(way, e);
      }
    }
  }

  private static Callable<Outcome> run(Subject subject, String program) {
    return () -> subject.run(Sessions.job(program)).outcome();
  }

  @Test
  void inAWorldOnlyWhatRanFirstInItsProcessRanAlone() throws InterruptedException {
    try (Subject subject = sessions.hostile("poisons-the-process", "world", directory)) {
      assertThat(subject.run(Sessions.job("evil")).alone()).isTrue();
      Observation poisoned = subject.run(Sessions.job("1"));
      assertThat(poisoned.outcome()).isEqualTo(Sessions.completed("42"));
      assertThat(poisoned.alone()).isFalse();
      Observation again = subject.runAlone(Sessions.job("1"));
      assertThat(again.outcome()).isEqualTo(Sessions.completed("1"));
      assertThat(again.alone()).isTrue();
    }
  }

  @Test
  void withoutIsolationEveryRunHasAProcess() throws InterruptedException {
    try (Subject subject = sessions.hostile("poisons-the-process", "none", directory)) {
      assertThat(subject.run(Sessions.job("evil")).outcome()).isEqualTo(Sessions.completed("evil"));
      assertThat(subject.run(Sessions.job("1")).outcome()).isEqualTo(Sessions.completed("1"));
    }
  }

  @Test
  void stoppingTheRunnerKillsTheProcess() throws InterruptedException {
    try (Subject subject = sessions.hostile("ignores-sigterm", "process", directory)) {
      Thread runner =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      subject.run(Sessions.job("evil"));
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  });
      Thread.sleep(700);
      runner.interrupt();
      assertThat(runner.join(Duration.ofSeconds(5))).isTrue();
    }
  }
}
