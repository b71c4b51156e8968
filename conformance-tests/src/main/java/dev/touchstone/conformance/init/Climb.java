package dev.touchstone.conformance.init;

import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.Feature;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Rung;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.doctor.Probes;
import dev.touchstone.conformance.doctor.Programs;
import dev.touchstone.conformance.engine.execution.Bench;
import dev.touchstone.conformance.engine.setup.Rungs;
import dev.touchstone.conformance.subject.Subject;
import dev.touchstone.conformance.subject.SubjectProfile;
import dev.touchstone.conformance.verdict.Judge;
import dev.touchstone.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Climbs the rungs: each rung's probes, then its cases, up to where nothing more passes. */
public final class Climb {
  /** A VM may have numbers and no symbols, so both rungs are tried in any case. */
  private static final int ALWAYS = 2;

  /** After so many cases of a rung that take too long the others of it are left for a real run. */
  private static final int PATIENCE = 4;

  private final Corpus corpus;
  private final Language language;
  private final Subject subject;
  private final Bench bench;
  private final Map<String, String> capabilities;
  private final int most;
  private final Set<String> found = new TreeSet<>();

  /**
   * A climb.
   *
   * @param capabilities the answers that were found
   * @param most how many cases of a rung are run at most; they are taken from all over it
   */
  public Climb(Corpus corpus, Subject subject, Map<String, String> capabilities, int most) {
    this.most = most;
    this.corpus = corpus;
    this.language = corpus.language();
    this.subject = subject;
    this.bench = new Bench(subject);
    this.capabilities = Map.copyOf(capabilities);
  }

  /**
   * A rung that was tried.
   *
   * @param rung which
   * @param features those of its features whose probes passed
   * @param whole whether all did that have a probe
   * @param passed how many of its cases passed
   * @param applicable how many of its cases that apply to what was found were run
   * @param failing the ids of applicable cases that did not pass
   */
  public record Step(
      Rung rung,
      List<String> features,
      boolean whole,
      int passed,
      int applicable,
      List<String> failing) {
    /** Copies the lists. */
    public Step {
      features = List.copyOf(features);
      failing = List.copyOf(failing);
    }
  }

  /** Is told of each step when it is done. */
  public interface Audience {
    /** A rung was tried. */
    void step(Step step);
  }

  /** Climbs. */
  public List<Step> climb(Audience audience) throws InterruptedException {
    boolean numbers =
        !Programs.passed(subject.run(Programs.job("'ok")), false)
            && Programs.passed(subject.run(Programs.job("1")), true);
    List<Step> steps = new ArrayList<>();
    for (Rung rung : language.rungs()) {
      Step step = step(rung, numbers);
      if (step.features().isEmpty() && step.passed() == 0 && steps.size() >= ALWAYS) {
        break;
      }
      steps.add(step);
      audience.step(step);
    }
    return steps;
  }

  private Step step(Rung rung, boolean numbers) throws InterruptedException {
    List<Feature> probed =
        language.features().values().stream()
            .filter(f -> rung.features().contains(f.id()) && Programs.isTelling(f, numbers))
            .toList();
    List<String> passing =
        Probes.run(subject, probed, numbers).entrySet().stream()
            .filter(e -> Programs.passed(e.getValue(), numbers))
            .map(Map.Entry::getKey)
            .toList();
    boolean whole = !numbers && !passing.isEmpty() && passing.size() == probed.size();
    found.addAll(language.closure(whole ? rung.features() : passing));
    SubjectProfile profile = profile();
    List<TestCase> cases =
        corpus.cases().stream()
            .filter(c -> Rungs.of(c, language).filter(rung::equals).isPresent())
            .filter(c -> Judge.inapplicable(c, profile).isEmpty())
            .toList();
    Map<String, Verdict> verdicts = verdicts(spread(cases), profile);
    int passed = (int) verdicts.values().stream().filter(Verdict.PASS::equals).count();
    List<String> failing =
        verdicts.entrySet().stream()
            .filter(e -> e.getValue() != Verdict.PASS && e.getValue() != Verdict.UNSUPPORTED)
            .map(Map.Entry::getKey)
            .toList();
    return new Step(rung, passing, whole, passed, passed + failing.size(), failing);
  }

  private List<TestCase> spread(List<TestCase> cases) {
    if (cases.size() <= most) {
      return cases;
    }
    return IntStream.range(0, most)
        .mapToObj(i -> cases.get((int) ((long) i * cases.size() / most)))
        .toList();
  }

  private SubjectProfile profile() {
    SubjectProfile own = subject.profile();
    return new SubjectProfile(
        own.name(), own.version(), Set.copyOf(found), capabilities, own.reports());
  }

  private Map<String, Verdict> verdicts(List<TestCase> cases, SubjectProfile profile)
      throws InterruptedException {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    AtomicInteger timeouts = new AtomicInteger();
    try (ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      Map<String, Future<Verdict>> running = new LinkedHashMap<>();
      for (TestCase each : cases) {
        running.put(each.id(), workers.submit(() -> verdict(each, profile, timeouts)));
      }
      for (Map.Entry<String, Future<Verdict>> each : running.entrySet()) {
        verdicts.put(each.getKey(), each.getValue().get());
      }
    } catch (ExecutionException failure) {
      throw new IllegalStateException("a case could not be run", failure.getCause());
    }
    return verdicts;
  }

  private Verdict verdict(TestCase testCase, SubjectProfile profile, AtomicInteger timeouts)
      throws InterruptedException {
    if (timeouts.get() >= PATIENCE) {
      return Verdict.UNSUPPORTED;
    }
    Verdict verdict = bench.run(testCase, profile).judgement().verdict();
    if (verdict == Verdict.TIMEOUT) {
      timeouts.incrementAndGet();
    }
    return verdict;
  }

  /** What the steps allow to claim. */
  public static Draft.Claim claim(List<Step> steps, Map<String, String> capabilities) {
    List<String> rungs =
        steps.stream().filter(Step::whole).map(s -> s.rung().id()).collect(Collectors.toList());
    List<String> features =
        steps.stream().filter(s -> !s.whole()).flatMap(s -> s.features().stream()).toList();
    return new Draft.Claim(rungs, features, capabilities, true);
  }
}
