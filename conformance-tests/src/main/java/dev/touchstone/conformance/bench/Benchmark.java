package dev.touchstone.conformance.bench;

import dev.touchstone.conformance.bench.BenchReport.Entry;
import dev.touchstone.conformance.bench.BenchReport.Row;
import dev.touchstone.conformance.bench.Failure.Kind;
import dev.touchstone.conformance.subject.process.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Runs programs on participants in turn. In each round every participant has one turn, and every
 * second round goes backwards, so what slows the machine down for a while slows all of them.
 *
 * <p>A turn is two processes, one right after the other: the first runs the program {@code warm-up}
 * times, the second {@code runs} times more. The difference of their times is that of the further
 * runs, for start-up, reading, compiling and the slow first runs are in both.
 */
public final class Benchmark {
  private final Plan plan;
  private final List<Participant> participants;
  private final ScriptRunner runner;
  private final Consumer<Row> finished;

  private Benchmark(
      Plan plan, List<Participant> participants, ScriptRunner runner, Consumer<Row> finished) {
    this.plan = plan;
    this.participants = participants;
    this.runner = runner;
    this.finished = finished;
  }

  /** The first program that a participant needs and that is not installed. */
  public static Optional<String> missing(Participant participant) {
    return ScriptRunner.missing(participant, Path.of("").toAbsolutePath());
  }

  /**
   * Measures.
   *
   * @param participants the one that is compared comes first; all can be started
   * @param finished is told of each program when it has been measured
   */
  public static BenchReport run(
      Plan plan,
      List<Participant> participants,
      List<BenchProgram> programs,
      Consumer<Row> finished)
      throws InterruptedException {
    try (Workspace workspace = Workspace.create()) {
      ScriptRunner runner = new ScriptRunner(workspace, plan);
      return new Benchmark(plan, participants, runner, finished).run(programs);
    }
  }

  private BenchReport run(List<BenchProgram> programs) throws InterruptedException {
    Instant started = Instant.now();
    MachineState machine = MachineState.now();
    Map<Participant, Measurement> startUp = measure(BenchProgram.EMPTY, 0, 0, 1);
    List<Entry> entries = new ArrayList<>();
    for (Participant each : participants) {
      Measurement time = startUp.getOrDefault(each, NOTHING);
      entries.add(new Entry(each.name(), each.title(), runner.version(each), time));
    }
    List<Row> rows = new ArrayList<>();
    for (BenchProgram program : programs) {
      rows.add(row(program));
      finished.accept(rows.getLast());
    }
    return new BenchReport(started, machine.after(), plan, entries, rows);
  }

  private static final Measurement NOTHING =
      new Measurement.Failed(new Failure(Kind.TOO_SHORT, ""));

  private Row row(BenchProgram program) throws InterruptedException {
    Map<String, Measurement> byName = new LinkedHashMap<>();
    measure(program, plan.warmUp(), plan.warmUp() + plan.runs(), plan.runs())
        .forEach((participant, time) -> byName.put(participant.name(), time));
    return new Row(program.name(), program.title(), program.expected(), byName);
  }

  /** The time of a part of a turn, or, where from and to are the same, of one process. */
  private Map<Participant, Measurement> measure(BenchProgram program, int from, int to, int per)
      throws InterruptedException {
    Map<Participant, Turns> turns = new LinkedHashMap<>();
    for (Participant each : participants) {
      turns.put(each, new Turns(each, program, from, to));
    }
    for (Turns each : turns.values()) {
      each.check();
    }
    List<Turns> order = new ArrayList<>(turns.values());
    for (int round : IntStream.range(0, plan.rounds()).toArray()) {
      for (Turns each : round % 2 == 0 ? order : order.reversed()) {
        each.take();
      }
    }
    Map<Participant, Measurement> measured = new LinkedHashMap<>();
    turns.forEach((participant, taken) -> measured.put(participant, taken.measurement(per)));
    return measured;
  }

  /** The turns of one participant with one program; after a failure it has no more. */
  private final class Turns {
    private final Participant participant;
    private final BenchProgram program;
    private final int from;
    private final int to;
    private final List<Long> nanoseconds = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();

    Turns(Participant participant, BenchProgram program, int from, int to) {
      this.participant = participant;
      this.program = program;
      this.from = from;
      this.to = to;
    }

    /** Prepares both scripts and sees that the results are right; the time does not count. */
    void check() throws InterruptedException {
      time(to);
    }

    void take() throws InterruptedException {
      long first = from == to ? 0 : time(from);
      long second = time(to);
      if (failures.isEmpty()) {
        nanoseconds.add(second - first);
      }
    }

    private long time(int runs) throws InterruptedException {
      if (!failures.isEmpty()) {
        return 0;
      }
      return switch (runner.attempt(participant, program, runs)) {
        case Attempt.Done(long time) -> time;
        case Attempt.Failed(Failure failure) -> {
          failures.add(failure);
          yield 0;
        }
      };
    }

    Measurement measurement(int runs) {
      if (!failures.isEmpty()) {
        return new Measurement.Failed(failures.getFirst());
      }
      List<Double> seconds = nanoseconds.stream().map(time -> time / 1e9 / runs).toList();
      return Statistics.median(seconds) > 0
          ? new Measurement.Times(seconds)
          : new Measurement.Failed(new Failure(Kind.TOO_SHORT, "no time could be measured"));
    }
  }
}
