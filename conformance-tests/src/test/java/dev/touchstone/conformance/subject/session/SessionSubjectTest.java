package dev.touchstone.conformance.subject.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.conformance.subject.SessionSettings;
import dev.touchstone.conformance.subject.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which process a run gets, and what the runner makes of a session in order. */
@Timeout(120)
class SessionSubjectTest {
  private static final Duration START = Duration.ofSeconds(30);

  private final Sessions sessions = new Sessions();

  @TempDir private Path directory;

  @AfterEach
  void noProcessIsLeft() {
    assertThat(sessions.leftovers()).as("processes left").isEmpty();
  }

  private Subject subject(String way, String isolation, SessionSettings settings) {
    return sessions.open(Sessions.command(way, isolation, directory), settings, START);
  }

  private static SessionSettings batch(OptionalInt batch) {
    return Sessions.settings(OptionalInt.empty(), batch);
  }

  private List<String> processes(String isolation, OptionalInt batch, int runs)
      throws InterruptedException {
    List<String> processes = new ArrayList<>();
    try (Subject subject = subject("tells-its-process", isolation, batch(batch))) {
      for (int i = 0; i < runs; i++) {
        processes.add(value(subject.run(Sessions.job("'x"))));
      }
    }
    return processes;
  }

  private static String value(Observation seen) {
    return ((Outcome.Completed) seen.outcome()).values().getFirst();
  }

  @Test
  void aProcessServesItsBatchAndIsReplaced() throws InterruptedException {
    List<String> processes = processes("world", OptionalInt.of(2), 4);
    assertThat(processes.get(1)).isEqualTo(processes.get(0));
    assertThat(processes.get(2)).isNotEqualTo(processes.get(0));
    assertThat(processes.get(3)).isEqualTo(processes.get(2));
  }

  @Test
  void withoutABatchAProcessServesOn() throws InterruptedException {
    assertThat(new TreeSet<>(processes("world", OptionalInt.empty(), 6))).hasSize(1);
    assertThat(new TreeSet<>(processes("process", OptionalInt.empty(), 6))).hasSize(1);
  }

  @Test
  void withoutIsolationABatchIsOneRunWhateverTheFileSays() throws InterruptedException {
    assertThat(new TreeSet<>(processes("none", OptionalInt.of(100), 3))).hasSize(3);
  }

  @Test
  void aRunAloneHasAProcessThatNoOtherUsedBefore() throws InterruptedException {
    try (Subject subject = subject("tells-its-process", "world", batch(OptionalInt.empty()))) {
      String first = value(subject.run(Sessions.job("'x")));
      Observation alone = subject.runAlone(Sessions.job("'x"));
      assertThat(value(alone)).isNotEqualTo(first);
      assertThat(alone.alone()).isTrue();
      assertThat(subject.run(Sessions.job("'x")).alone()).isFalse();
    }
  }

  @Test
  void aSubjectThatKeepsRunsApartItselfIsBelieved() throws InterruptedException {
    try (Subject subject = subject("tells-its-process", "process", batch(OptionalInt.empty()))) {
      subject.run(Sessions.job("'x"));
      assertThat(subject.run(Sessions.job("'x")).alone()).isTrue();
    }
  }

  @Test
  void thereAreAtMostAsManyProcessesAsWorkers() throws Exception {
    SessionSettings two = Sessions.settings(OptionalInt.of(2), OptionalInt.empty());
    Set<String> processes = new TreeSet<>();
    try (Subject subject = subject("tells-its-process", "process", two);
        ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Observation>> all = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        all.add(threads.submit(() -> subject.run(Sessions.job("'x"))));
      }
      for (Future<Observation> one : all) {
        processes.add(value(one.get()));
      }
      assertThat(sessions.leftovers()).hasSizeLessThanOrEqualTo(2);
    }
    assertThat(processes).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void whatAProcessHasStartedEndsWithItNotOnlyWithTheRun() throws InterruptedException {
    try (Subject subject = subject("leaves-children", "none", batch(OptionalInt.empty()))) {
      assertThat(subject.run(Sessions.job("evil")).outcome()).isEqualTo(Sessions.completed("evil"));
      assertThat(sessions.leftovers()).isEmpty();
    }
  }

  @Test
  void everyRunHasAnIdThatCannotBeGuessed() throws InterruptedException {
    Set<String> ids = new TreeSet<>();
    try (Subject subject = subject("tells-its-id", "process", batch(OptionalInt.empty()))) {
      for (int i = 0; i < 20; i++) {
        ids.add(value(subject.run(Sessions.job("'x"))));
      }
    }
    assertThat(ids).hasSize(20).allMatch(id -> id.matches("r[0-9a-f]{24}"));
  }

  @Test
  void whatHelloClaimsHoldsWhereTheFileIsSilent() {
    try (Subject subject = subject("behaves", "world", batch(OptionalInt.empty()))) {
      assertThat(subject.profile().features()).contains("quote", "if");
      assertThat(subject.profile().capabilities()).isEmpty();
      assertThat(subject.profile().name()).isEqualTo("hostile");
    }
  }

  @Test
  void whatTheFileClaimsReplacesWhatHelloClaims() {
    SessionSettings claims =
        new SessionSettings(Lines.JSON, OptionalInt.empty(), OptionalInt.empty(), true, true);
    try (Subject subject = subject("behaves", "world", claims)) {
      assertThat(subject.profile().features()).isEqualTo(Set.of("quote"));
      assertThat(subject.profile().capabilities()).isEqualTo(Map.of("int-model", "none"));
    }
  }

  @Test
  void theCounterOfMemoryIsThePeakOfMemory() throws InterruptedException {
    try (Subject subject = subject("counts", "world", batch(OptionalInt.empty()))) {
      Observation seen = subject.run(Sessions.job("evil"));
      assertThat(seen.counters()).isEqualTo(Map.of("frames", 3L));
      assertThat(seen.peakMemory()).isEqualTo(OptionalLong.of(4096));
      assertThat(seen.output()).isEmpty();
    }
  }
}
