package dev.touchstone.conformance.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.corpus.Aspect;
import dev.touchstone.conformance.corpus.Expectation;
import dev.touchstone.conformance.subject.process.Workspace;
import dev.touchstone.conformance.verdict.Judge;
import dev.touchstone.conformance.verdict.Judgement;
import dev.touchstone.conformance.verdict.TestCases;
import dev.touchstone.conformance.verdict.Trial;
import dev.touchstone.conformance.verdict.Verdict;
import dev.touchstone.vm.source.ErrorClass;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever a subject does has its own outcome within bounded time, and leaves no process behind.
 */
@Timeout(90)
class HostileSubjectTest {
  private static final Expectation VALUE_42 =
      new Expectation.All(List.of(new Aspect.ValueIs("42")));

  /** Enough for a busy machine. */
  private static final Duration LONG = Duration.ofSeconds(20);

  private static final Duration SHORT = Duration.ofSeconds(3);

  private final String mark = "HOSTILE_TEST=" + UUID.randomUUID();

  @AfterEach
  void noProcessIsLeft() {
    assertThat(TestSubjects.isRunning(mark)).as("a process is left").isFalse();
  }

  private Subject hostile(String way, Duration time) {
    String[] variable = mark.split("=", 2);
    return TestSubjects.hostile(way, Map.of(variable[0], variable[1]), time);
  }

  /** Runs twice: what one run does must not harm the next. */
  private Observation run(String way, Duration time) throws InterruptedException {
    try (Subject subject = hostile(way, time)) {
      Observation first = subject.run(TestSubjects.job("42"));
      Observation second = subject.run(TestSubjects.job("42"));
      assertThat(second.outcome().getClass()).isEqualTo(first.outcome().getClass());
      assertThat(first.command()).contains(way);
      assertThat(first.milliseconds()).isLessThan(time.toMillis() + 1500);
      return first;
    }
  }

  private Verdict verdict(String way, Observation seen) {
    try (Subject subject = hostile(way, LONG)) {
      Judgement judgement =
          Judge.judge(
              TestCases.expecting(VALUE_42),
              subject.profile(),
              List.of(new Trial(Map.of(), seen)),
              List.of());
      return judgement.verdict();
    }
  }

  @Test
  void aMissingProgramIsNotRunAndNeverTriedAgain() throws InterruptedException {
    SubjectDescription description =
        TestSubjects.description(List.of("no-such-program-here", "{file}"), Map.of(), LONG);
    try (Subject subject = PlainSubject.open(description)) {
      Observation seen = subject.run(TestSubjects.job("42"));
      assertThat(seen.outcome())
          .isEqualTo(
              new Outcome.NotRun(
                  "no such program: no-such-program-here; command: no-such-program-here {file}"));
      assertThat(subject.run(TestSubjects.job("42")).outcome()).isEqualTo(seen.outcome());
    }
  }

  @Test
  void aProgramThatCannotBeExecutedIsNotRun() throws InterruptedException {
    try (Workspace workspace = Workspace.create()) {
      Path script = workspace.write("script", "#!/no/such/interpreter\n");
      assertThat(script.toFile().setExecutable(true)).isTrue();
      SubjectDescription description =
          TestSubjects.description(List.of(script.toString(), "{file}"), Map.of(), LONG);
      try (Subject subject = PlainSubject.open(description)) {
        Outcome outcome = subject.run(TestSubjects.job("42")).outcome();
        assertThat(outcome).isInstanceOf(Outcome.NotRun.class);
        assertThat(outcome.toString()).contains("cannot be started").contains(script.toString());
      }
    }
  }

  @Test
  void exitingAtOnceIsACrash() throws InterruptedException {
    Observation seen = run("exits-at-once", LONG);
    assertThat(seen.outcome())
        .isEqualTo(new Outcome.Crashed("ended before its start marker, exit code 1"));
    assertThat(seen.exitCode()).isEqualTo(OptionalInt.of(1));
    assertThat(seen.diagnostics()).isEqualTo("gone already");
    assertThat(verdict("exits-at-once", seen)).isEqualTo(Verdict.CRASH);
  }

  @Test
  void printingNothingIsACrashEvenWithExitCodeZero() throws InterruptedException {
    SubjectDescription description =
        TestSubjects.description(List.of("true", "{file}"), Map.of(), LONG);
    try (Subject subject = PlainSubject.open(description)) {
      Observation seen = subject.run(TestSubjects.job("42"));
      assertThat(seen.outcome())
          .isEqualTo(new Outcome.Crashed("ended before its start marker, exit code 0"));
      assertThat(seen.output()).isEmpty();
      assertThat(verdict("never-reads", seen)).isEqualTo(Verdict.CRASH);
    }
  }

  @Test
  void printingSomethingElseIsAProtocolError() throws InterruptedException {
    SubjectDescription description =
        TestSubjects.description(List.of("echo", "hello", "{file}"), Map.of(), LONG);
    try (Subject subject = PlainSubject.open(description)) {
      Observation seen = subject.run(TestSubjects.job("42"));
      assertThat(seen.outcome())
          .isEqualTo(
              new Outcome.ProtocolError(
                  "wrote what is no protocol: ended before its start marker, exit code 0"));
      assertThat(verdict("never-reads", seen)).isEqualTo(Verdict.PROTOCOL_ERROR);
    }
  }

  @Test
  void writingWithoutEndIsExhaustedOutput() throws InterruptedException {
    Observation seen = run("writes-without-end", LONG);
    assertThat(seen.outcome()).isEqualTo(new Outcome.Exhausted("output"));
    assertThat(seen.output().orElseThrow().length()).isLessThan(10_000_000);
    assertThat(verdict("writes-without-end", seen)).isEqualTo(Verdict.EXHAUSTED);
  }

  @Test
  void aFloodOfErrorsNeitherBlocksNorIsKept() throws InterruptedException {
    Observation seen = run("errs-without-end", LONG);
    assertThat(seen.outcome()).isEqualTo(new Outcome.Completed(List.of("42"), true));
    assertThat(seen.diagnostics()).hasSize(2000).endsWith("yyy\nthe end of it");
    assertThat(verdict("errs-without-end", seen)).isEqualTo(Verdict.PASS);
  }

  @Test
  void ignoringSigtermIsATimeoutAndTheProcessIsKilled() throws InterruptedException {
    Observation seen = run("ignores-sigterm", SHORT);
    assertThat(seen.outcome()).isEqualTo(new Outcome.TimedOut(3000));
    assertThat(seen.exitCode()).isEqualTo(OptionalInt.of(128 + 9));
    assertThat(verdict("ignores-sigterm", seen)).isEqualTo(Verdict.TIMEOUT);
  }

  @Test
  void aForkThatHangsIsATimeoutAndTheWholeTreeIsKilled() throws InterruptedException {
    Observation seen = run("forks-and-hangs", SHORT);
    assertThat(seen.outcome()).isEqualTo(new Outcome.TimedOut(3000));
    assertThat(verdict("forks-and-hangs", seen)).isEqualTo(Verdict.TIMEOUT);
  }

  @Test
  void aChildThatKeepsThePipeOpenDoesNotHangTheRunner() throws InterruptedException {
    Observation seen = run("leaves-a-child", LONG);
    assertThat(seen.outcome()).isEqualTo(new Outcome.Completed(List.of("42"), true));
    assertThat(seen.milliseconds()).isLessThan(LONG.toMillis());
  }

  @Test
  void aDaemonOfAnotherSessionIsKilledToo() throws InterruptedException {
    TestSubjects.assumeProcFs();
    Observation seen = run("leaves-a-daemon", LONG);
    assertThat(seen.outcome()).isEqualTo(new Outcome.Completed(List.of("42"), true));
  }

  @Test
  void stayingAfterTheEndMarkerIsStillACompletion() throws InterruptedException {
    Observation seen = run("stays-after-its-end", LONG);
    assertThat(seen.outcome()).isEqualTo(new Outcome.Completed(List.of("42"), true));
    assertThat(verdict("stays-after-its-end", seen)).isEqualTo(Verdict.PASS);
  }

  @Test
  void invalidUtf8IsAProtocolErrorThatSaysWhichByte() throws InterruptedException {
    Observation seen = run("invalid-utf8", LONG);
    assertThat(seen.outcome().toString()).contains("byte 0xFF at offset ").contains("no UTF-8");
    assertThat(verdict("invalid-utf8", seen)).isEqualTo(Verdict.PROTOCOL_ERROR);
  }

  @Test
  void invalidUtf8InAValueIsAProtocolErrorToo() throws InterruptedException {
    Observation seen = run("invalid-utf8-value", LONG);
    assertThat(seen.outcome().toString()).contains("byte 0xC3 at offset ");
  }

  @Test
  void anEndMarkerWithoutTheNonceIsOutput() throws InterruptedException {
    Observation seen = run("forges-the-end", LONG);
    assertThat(seen.outcome())
        .isEqualTo(new Outcome.Crashed("ended without its end marker, exit code 0"));
    assertThat(seen.output()).isEqualTo(Optional.of("Etouchstone-EV42,E"));
    assertThat(verdict("forges-the-end", seen)).isEqualTo(Verdict.CRASH);
  }

  @Test
  void exitCodeZeroAfterAnErrorIsTheError() throws InterruptedException {
    Observation seen = run("exits-0-after-an-error", LONG);
    assertThat(seen.outcome())
        .isEqualTo(new Outcome.Failed(ErrorClass.TYPE, Optional.empty(), "hostile error: type"));
    assertThat(seen.exitCode()).isEqualTo(OptionalInt.of(0));
    assertThat(verdict("exits-0-after-an-error", seen)).isEqualTo(Verdict.FAIL);
  }

  @Test
  void exitCodeZeroWithoutAnEndMarkerIsACrash() throws InterruptedException {
    Observation seen = run("exits-0-without-a-word", LONG);
    assertThat(seen.outcome())
        .isEqualTo(new Outcome.Crashed("ended without its end marker, exit code 0"));
  }

  @Test
  void aSignalIsACrash() throws InterruptedException {
    Observation seen = run("segfaults", LONG);
    assertThat(seen.outcome())
        .isEqualTo(new Outcome.Crashed("ended without its end marker, killed by signal 11"));
    assertThat(verdict("segfaults", seen)).isEqualTo(Verdict.CRASH);
  }

  @Test
  void memoryBeyondTheLimitIsExhausted() throws InterruptedException {
    TestSubjects.assumeProcFs();
    Observation seen = run("eats-memory", LONG);
    assertThat(seen.outcome()).isEqualTo(new Outcome.Exhausted("memory"));
    assertThat(verdict("eats-memory", seen)).isEqualTo(Verdict.EXHAUSTED);
  }

  @Test
  void closedStreamsDoNotHideAProcessThatHangs() throws InterruptedException {
    assertThat(run("closes-its-streams", SHORT).outcome()).isEqualTo(new Outcome.TimedOut(3000));
  }

  @Test
  void aProcessNeedNotReadItsInput() throws InterruptedException {
    try (Subject subject = hostile("never-reads", LONG)) {
      Job job = TestSubjects.job("42").withInput("x".repeat(10_000_000));
      assertThat(subject.run(job).outcome()).isEqualTo(new Outcome.Completed(List.of("42"), true));
    }
  }

  @Test
  void stoppingTheRunnerKillsTheProcess() throws InterruptedException {
    try (Subject subject = hostile("ignores-sigterm", LONG)) {
      Thread runner =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      subject.run(TestSubjects.job("42"));
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  });
      while (TestSubjects.isRunning(mark) != runner.isAlive()) {
        Thread.sleep(10);
      }
      runner.interrupt();
      assertThat(runner.join(Duration.ofSeconds(5))).isTrue();
    }
  }
}
