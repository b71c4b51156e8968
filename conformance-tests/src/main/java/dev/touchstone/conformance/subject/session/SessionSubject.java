package dev.touchstone.conformance.subject.session;

import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.corpus.Suggestion;
import dev.touchstone.conformance.subject.Job;
import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.conformance.subject.SessionSettings;
import dev.touchstone.conformance.subject.Subject;
import dev.touchstone.conformance.subject.SubjectDescription;
import dev.touchstone.conformance.subject.SubjectProfile;
import dev.touchstone.vm.trace.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** An implementation that stays alive and speaks the protocol of spec chapter 11. Thread-safe. */
public final class SessionSubject implements Subject {
  /** What a subject that keeps its own time gets to say so. */
  private static final Duration GRACE = Duration.ofMillis(500);

  /** How long a process is watched after its first answer for a second one. */
  private static final Duration QUIET = Duration.ofMillis(50);

  /** Runs that a process serves where each has a world of its own. */
  private static final int WORLD_BATCH = 500;

  private static final int DIAGNOSTICS = 2000;
  private static final long LEAST_LINE = 9L << 20;
  private static final long LONGEST_LINE = 32L << 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SubjectDescription description;
  private final WorkerPool pool;
  private final SubjectProfile profile;
  private final Isolation isolation;
  private final int batch;

  private SessionSubject(
      SubjectDescription description,
      WorkerPool pool,
      SubjectProfile profile,
      Isolation isolation) {
    this.description = description;
    this.pool = pool;
    this.profile = profile;
    this.isolation = isolation;
    this.batch = batch(description.session().orElseThrow(), isolation);
  }

  private static int batch(SessionSettings settings, Isolation isolation) {
    return switch (isolation) {
      case NONE -> 1;
      case WORLD -> settings.batch().orElse(WORLD_BATCH);
      case PROCESS -> settings.batch().orElse(Integer.MAX_VALUE);
    };
  }

  /**
   * Starts the first process of a subject and hears what it says of itself. If that fails, every
   * run of it is {@code not-run}, and says why.
   *
   * @param description of mode {@code session}
   */
  public static SessionSubject open(SubjectDescription description, Language language) {
    SessionSettings settings = description.session().orElseThrow();
    Starter starter = new Starter(description, Codec.of(settings.lines()));
    WorkerPool pool = new WorkerPool(starter, settings.workers().orElse(Integer.MAX_VALUE));
    Claimed claimed = new Claimed(description, settings, language);
    try {
      Starter.Started first = pool.start();
      pool.keep(first.worker());
      Isolation isolation = isolation(first.greeting());
      return new SessionSubject(description, pool, claimed.profile(first.greeting()), isolation);
    } catch (NotStarted failure) {
      pool.stop(failure);
      return new SessionSubject(description, pool, claimed.unknown(), Isolation.NONE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      pool.close();
      throw new IllegalStateException("stopped while the subject started", stopped);
    }
  }

  private static Isolation isolation(Message.Greeting greeting) throws NotStarted {
    String id = greeting.isolation().orElse(Isolation.NONE.id());
    List<String> known = Arrays.stream(Isolation.values()).map(Isolation::id).toList();
    return Arrays.stream(Isolation.values())
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new NotStarted(
                    "its `hello` has the unknown isolation `%s`%s"
                        .formatted(Glimpse.of(id), Suggestion.suffix(id, known)),
                    true));
  }

  @Override
  public SubjectProfile profile() {
    return profile;
  }

  /** A run that ends badly where others ran before is tried once more in a fresh process. */
  @Override
  public Observation run(Job job) throws InterruptedException {
    Attempt first = attempt(job, false);
    return first.doubtful() ? attempt(job, true).seen() : first.seen();
  }

  @Override
  public Observation runAlone(Job job) throws InterruptedException {
    return attempt(job, true).seen();
  }

  /**
   * A run in some process.
   *
   * @param doubtful whether others that ran there may be why it ended badly
   */
  private record Attempt(Observation seen, boolean doubtful) {}

  private Attempt attempt(Job job, boolean fresh) throws InterruptedException {
    Worker worker;
    try {
      worker = pool.take(fresh);
    } catch (NotStarted failure) {
      return new Attempt(observation(new Outcome.NotRun(failure.why())), false);
    }
    boolean spent = true;
    try {
      boolean first = worker.served() == 0;
      Attempt attempt = exchange(worker, job, first);
      spent =
          worker.served() >= batch
              || attempt.seen().outcome() instanceof Outcome.ProtocolError; // PROTO-18
      return attempt;
    } finally {
      pool.giveBack(worker, spent);
    }
  }

  private Attempt exchange(Worker worker, Job job, boolean first) throws InterruptedException {
    long start = System.nanoTime();
    Message.Run run = request(job);
    Duration time = Duration.ofMillis(run.limits().getOrDefault("time", 0L));
    Duration quiet = first && batch > 1 ? QUIET : Duration.ZERO;
    Answer answer = worker.run(run, longest(run), time.plus(GRACE), quiet);
    long milliseconds = Duration.ofNanos(System.nanoTime() - start).toMillis();
    OptionalLong peak =
        batch == 1 && job.measureMemory() ? worker.peakMemory() : OptionalLong.empty();
    Optional<String> more = batch == 1 ? worker.dismiss() : Optional.empty();
    boolean alone = first || isolation == Isolation.PROCESS;
    return switch (answer) {
      case Answer.Given(Message.Result result) when more.isEmpty() -> {
        Observation seen = seen(worker, run, result, peak, milliseconds, alone);
        yield new Attempt(seen, !first && seen.outcome() instanceof Outcome.ProtocolError);
      }
      case Answer.Given g ->
          bad(
              worker,
              new Outcome.ProtocolError("it went on after its answer: " + more.orElse("")),
              milliseconds,
              first);
      case Answer.Missing(Outcome.TimedOut t) ->
          bad(worker, new Outcome.TimedOut(time.toMillis()), milliseconds, first);
      case Answer.Missing(Outcome outcome) -> bad(worker, outcome, milliseconds, first);
    };
  }

  private Observation seen(
      Worker worker,
      Message.Run run,
      Message.Result result,
      OptionalLong peak,
      long milliseconds,
      boolean alone) {
    ResultReader reader =
        new ResultReader(
            description.errors(),
            run.limits().getOrDefault("output", Long.MAX_VALUE),
            run.limits().getOrDefault("time", 0L));
    Map<String, Long> counters = new TreeMap<>(result.counters());
    Long memory = counters.remove("memory");
    return new Observation(
            reader.outcome(result),
            result.output(),
            counters,
            memory == null ? peak : OptionalLong.of(memory),
            description.command(),
            OptionalInt.empty(),
            diagnostics(result.diagnostics().orElse(""), worker.errors()),
            milliseconds,
            alone)
        .withTrace(
            Level.of(run.trace())
                .flatMap(level -> result.trace().map(t -> TraceReader.read(level, run.text(), t))));
  }

  private static String diagnostics(String told, String errors) {
    String text = told.isBlank() || errors.isBlank() ? told + errors : told + "\n" + errors;
    return text.substring(Math.max(0, text.length() - DIAGNOSTICS)).strip();
  }

  private Attempt bad(Worker worker, Outcome outcome, long milliseconds, boolean first) {
    Observation seen =
        new Observation(
            outcome,
            Optional.empty(),
            Map.of(),
            OptionalLong.empty(),
            description.command(),
            worker.exitCode(),
            diagnostics("", worker.errors()),
            milliseconds,
            first);
    return new Attempt(seen, !first);
  }

  private Observation observation(Outcome outcome) {
    return Observation.of(outcome, description.command());
  }

  private Message.Run request(Job job) {
    Map<String, Long> limits = new TreeMap<>();
    limits.put("time", job.limits().time().orElse(description.limits().time()).toMillis());
    limits.put("output", job.limits().output().orElse(description.limits().output()));
    job.limits().steps().ifPresent(steps -> limits.put("steps", steps));
    Map<String, String> files = new TreeMap<>(job.fixtures());
    boolean assembly = job.program() instanceof Program.Assembly;
    String text =
        switch (job.program()) {
          case Program.Assembly(String source) -> source;
          case Program.Scheme(String main, Map<String, String> beside) -> {
            files.putAll(beside);
            yield main;
          }
        };
    return new Message.Run(
        id(),
        text,
        assembly,
        job.input(),
        job.args(),
        files,
        limits,
        level(job).map(Level::id).orElse("none"));
  }

  /** What is asked of a trace: nothing that the subject has not said it can tell. */
  private Optional<Level> level(Job job) {
    Set<String> reports = profile.reports();
    return job.trace().filter(level -> reports.contains(level.id()));
  }

  private static String id() {
    byte[] random = new byte[12];
    RANDOM.nextBytes(random);
    return "r" + HexFormat.of().formatHex(random);
  }

  /**
   * Every byte of the output may be escaped, and the values come beside it. A subject that does not
   * look at a small limit can still be told that the program went beyond it.
   */
  private static int longest(Message.Run run) {
    long wanted = 8 * run.limits().getOrDefault("output", 0L) + (1 << 20);
    return (int) Math.clamp(wanted, LEAST_LINE, LONGEST_LINE);
  }

  @Override
  public void close() {
    pool.close();
  }
}
