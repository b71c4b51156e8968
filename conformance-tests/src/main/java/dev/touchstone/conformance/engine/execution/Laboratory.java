package dev.touchstone.conformance.engine.execution;

import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.engine.setup.Workshop;
import dev.touchstone.conformance.subject.SubjectProfile;
import dev.touchstone.reports.model.CaseReport;
import dev.touchstone.vm.api.DeepThread;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * The workers, and the subjects on which they try cases. A subject is opened when its first case
 * runs; one that cannot be opened makes each of its cases {@code not-run}.
 */
final class Laboratory implements AutoCloseable {
  private final Workshop workshop;
  private final Language language;
  private final ExecutorService workers;
  private final Ledger ledger;
  private final Map<String, FutureTask<Bench>> benches = new ConcurrentHashMap<>();
  private final Map<Work, FutureTask<CaseResult>> results = new LinkedHashMap<>();

  /** A case on a subject. */
  private record Work(String subject, String id) {}

  Laboratory(Workshop workshop, Language language, int jobs, Ledger ledger) {
    this.workshop = workshop;
    this.language = language;
    this.ledger = ledger;
    this.workers = Executors.newFixedThreadPool(jobs, Laboratory::worker);
  }

  /** The VMs in this process run their front end on the worker itself. */
  private static Thread worker(Runnable work) {
    Thread worker = new DeepThread("touchstone-worker", work);
    worker.setDaemon(true);
    return worker;
  }

  /**
   * Opens the subjects of which results are known already, and checks that they are the same.
   *
   * @throws IOException if one is not, or cannot be opened
   */
  void checkKnown() throws IOException, InterruptedException {
    for (String subject : ledger.subjects()) {
      try {
        ledger.check(subject, bench(subject).profile());
      } catch (ExecutionException failure) {
        throw new IOException(subject + " cannot be opened: " + failure.getCause(), failure);
      }
    }
  }

  /** Queues a case; one that is queued or known already does not run again. */
  void queue(String subject, TestCase testCase) {
    Optional<CaseReport> kept = ledger.result(subject, testCase);
    if (kept.isPresent()) {
      FutureTask<CaseResult> known = new FutureTask<>(() -> CaseResult.kept(testCase, kept.get()));
      known.run();
      results.putIfAbsent(new Work(subject, testCase.id()), known);
      return;
    }
    FutureTask<CaseResult> task = new FutureTask<>(() -> attempt(subject, testCase));
    if (results.putIfAbsent(new Work(subject, testCase.id()), task) == null) {
      workers.execute(task);
    }
  }

  /** The result of a case that was queued. */
  Future<CaseResult> result(String subject, TestCase testCase) {
    return Objects.requireNonNull(results.get(new Work(subject, testCase.id())));
  }

  /** What a subject says of itself; nothing if it was never opened or could not be. */
  Optional<SubjectProfile> profile(String subject) {
    FutureTask<Bench> opened = benches.get(subject);
    return opened != null && opened.state() == Future.State.SUCCESS
        ? Optional.of(opened.resultNow().profile())
        : Optional.empty();
  }

  @SuppressWarnings("IllegalCatch") // A fault of the runner must cost one case, not the run.
  private CaseResult attempt(String subject, TestCase testCase) throws InterruptedException {
    Bench bench;
    try {
      bench = bench(subject);
    } catch (ExecutionException failure) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      return CaseResult.broken(testCase, message(cause), cause);
    }
    try {
      CaseResult result = bench.run(testCase);
      CaseReport report = RunLog.result(result, language, ledger.hash(testCase));
      ledger.add(subject, bench.profile(), report);
      return result.withReport(report);
    } catch (RuntimeException | Error fault) {
      return CaseResult.broken(testCase, "fault of the runner: " + message(fault), fault);
    }
  }

  private Bench bench(String subject) throws InterruptedException, ExecutionException {
    FutureTask<Bench> task =
        benches.computeIfAbsent(
            subject, name -> new FutureTask<>(() -> new Bench(workshop.subject(name, language))));
    task.run();
    return task.get();
  }

  private static String message(Throwable cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.toString() : message;
  }

  /** Stops what still runs and closes the subjects. */
  @Override
  public void close() {
    workers.shutdownNow();
    workers.close();
    for (FutureTask<Bench> opened : benches.values()) {
      if (opened.state() == Future.State.SUCCESS) {
        opened.resultNow().close();
      }
    }
  }
}
