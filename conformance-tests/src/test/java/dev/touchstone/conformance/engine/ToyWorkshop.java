package dev.touchstone.conformance.engine;

import dev.touchstone.conformance.corpus.Aspect;
import dev.touchstone.conformance.corpus.Capability;
import dev.touchstone.conformance.corpus.Clause;
import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.conformance.corpus.Expectation;
import dev.touchstone.conformance.corpus.Feature;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Problem;
import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.corpus.Rung;
import dev.touchstone.conformance.corpus.SourcePosition;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.engine.setup.LocatedCorpus;
import dev.touchstone.conformance.engine.setup.Settings;
import dev.touchstone.conformance.engine.setup.Workshop;
import dev.touchstone.conformance.subject.Job;
import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.conformance.subject.Subject;
import dev.touchstone.conformance.subject.SubjectProfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A made-up corpus, and subjects that "run" a program by giving back its text: the program {@code
 * 42} has the value 42. Special programs: {@code (slow)} takes 30 ms, {@code (crash)} crashes,
 * {@code (not-started)} cannot be started, {@code (fault)} makes the subject itself throw. {@code
 * (flaky)} has the values 1 and 2 in turn, {@code (hook)} runs {@link #hook} and has the value
 * {@code ok}.
 */
public final class ToyWorkshop implements Workshop {
  private final List<TestCase> cases = new ArrayList<>();
  private final Set<String> retired = new TreeSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Optional<Path> directory;

  /** How many runs the subjects saw. */
  public final AtomicInteger runs = new AtomicInteger();

  /** How many runs were under way at a time, at most. */
  public final AtomicInteger peak = new AtomicInteger();

  /** How many of them were of the program that is known to grow. */
  public final AtomicInteger controls = new AtomicInteger();

  /** Programs that have the value {@code not-PROGRAM}, as if the subject had got worse. */
  public final Set<String> wrongs = new TreeSet<>();

  /** Programs that have the value {@code b}, as if the subject had got better. */
  public final Set<String> rights = new TreeSet<>();

  /** Programs that crash, as if the subject had got much worse. */
  public final Set<String> crashes = new TreeSet<>();

  /** What the subjects say of their version. */
  public String version = "1.0";

  /** What the program {@code (hook)} does. */
  public Runnable hook = () -> {};

  private final AtomicInteger flaky = new AtomicInteger();
  private final AtomicInteger active = new AtomicInteger();

  /** An empty corpus, as if read from a jar. */
  public ToyWorkshop() {
    this.directory = Optional.empty();
  }

  /** An empty corpus whose files are in that directory. */
  public ToyWorkshop(Path directory) {
    this.directory = Optional.of(directory);
  }

  /** Adds a case that expects that value, at that line of its file. */
  public ToyWorkshop add(String id, String program, String value, int line) {
    return add(
        id, program, new Expectation.All(List.of(new Aspect.ValueIs(value))), line, Map.of());
  }

  /** Adds a case. */
  public ToyWorkshop add(
      String id, String program, Expectation expect, int line, Map<String, List<String>> vary) {
    String file = "test-cases/" + id.substring(0, id.lastIndexOf('/')) + ".yaml";
    boolean numbers = program.matches(".*[0-9].*");
    cases.add(
        TestCase.of(
                id,
                List.of("TOY-1"),
                new TreeSet<>(numbers ? Set.of("integers", "quote") : Set.of("quote")),
                new TreeSet<>(),
                new Program.Scheme(program, Map.of()),
                expect,
                new SourcePosition(file, line, 5))
            .withVary(vary));
    return this;
  }

  /** Takes a case away for good. */
  public ToyWorkshop retire(String id) {
    retired.add(id);
    return remove(id);
  }

  /** Takes a case away. */
  public ToyWorkshop remove(String id) {
    cases.removeIf(each -> each.id().equals(id));
    return this;
  }

  /** Gives a case another id; it lists the old one. */
  public ToyWorkshop rename(String id, String other) {
    cases.replaceAll(each -> each.id().equals(id) ? renamed(each, other) : each);
    return this;
  }

  private static TestCase renamed(TestCase c, String id) {
    return new TestCase(
        id,
        c.clauses(),
        c.requires(),
        c.essential(),
        c.vary(),
        c.program(),
        c.input(),
        c.args(),
        c.fixtures(),
        c.limits(),
        c.exactText(),
        c.expect(),
        List.of(c.id()),
        c.note(),
        c.position());
  }

  /** Makes the corpus broken. */
  public ToyWorkshop problem(String file, int line, String message) {
    problems.add(new Problem(new SourcePosition(file, line, 3), message));
    return this;
  }

  @Override
  public LocatedCorpus corpus(Settings settings) {
    if (!problems.isEmpty()) {
      throw new CorpusException(problems);
    }
    List<TestCase> sorted = new ArrayList<>(cases);
    sorted.sort(Comparator.comparing(TestCase::id));
    Corpus corpus =
        new Corpus(
            "toy",
            "",
            language(),
            Map.of(
                "TOY-1",
                new Clause(
                    "TOY-1",
                    "toys",
                    "A program is its own value.",
                    false,
                    new SourcePosition("spec/chapters/01-toys.md", 3, 1))),
            sorted,
            retired);
    return new LocatedCorpus(corpus, this::path);
  }

  @Override
  public Optional<Path> path(SourcePosition position) {
    return directory.map(root -> root.resolve(position.file()));
  }

  private static Language language() {
    Map<String, Feature> features = new LinkedHashMap<>();
    for (String id : List.of("quote", "integers", "let-values")) {
      features.put(
          id, new Feature(id, id, List.of(), Set.of(), Set.of(id), "(scheme base)", "'ok"));
    }
    return new Language(
        features,
        Map.of("int-model", new Capability("int-model", "?", List.of("bignum", "none"))),
        List.of(
            new Rung("base", "Base", Set.of("quote")),
            new Rung("arith", "Numbers", Set.of("integers"))));
  }

  @Override
  public List<String> subjects() {
    return List.of("guile", "lame", "reference");
  }

  @Override
  public Subject subject(String name, Language known) {
    if (!subjects().contains(name)) {
      throw new IllegalStateException("cannot start '" + name + "'");
    }
    return new Toy(name);
  }

  /** Gives programs back. The one called {@code lame} has no integers. */
  private final class Toy implements Subject {
    private final String name;

    Toy(String name) {
      this.name = name;
    }

    @Override
    public SubjectProfile profile() {
      return new SubjectProfile(
          name,
          version,
          name.equals("lame") ? Set.of("quote") : Set.of("quote", "integers"),
          Map.of("int-model", "bignum"),
          Set.of("value", "output", "error", "space"));
    }

    @Override
    public Observation run(Job job) throws InterruptedException {
      runs.incrementAndGet();
      peak.accumulateAndGet(active.incrementAndGet(), Math::max);
      try {
        if (job.id().equals("touchstone-control")) {
          controls.incrementAndGet();
        }
        return observe(((Program.Scheme) job.program()).main().strip(), job.measureMemory());
      } finally {
        active.decrementAndGet();
      }
    }

    private Observation observe(String program, boolean memory) throws InterruptedException {
      if (program.startsWith("(slow)")) {
        Thread.sleep(30);
      }
      if (program.equals("(fault)")) {
        throw new IllegalStateException("the subject's code is broken");
      }
      if (program.equals("(hook)")) {
        hook.run();
      }
      Outcome outcome =
          switch (program) {
            case "(hook)" -> new Outcome.Completed(List.of("ok"), true);
            case "(flaky)" ->
                new Outcome.Completed(
                    List.of(Integer.toString(1 + flaky.getAndIncrement() % 2)), true);
            case "(crash)" -> new Outcome.Crashed("signal 11");
            case "(not-started)" -> new Outcome.NotRun("no such program");
            default -> ordinary(program);
          };
      return new Observation(
          outcome,
          Optional.of("said something\n"),
          program.startsWith("(counted") ? Map.of("frames", 3L) : Map.of(),
          memory ? OptionalLong.of(1_000_000) : OptionalLong.empty(),
          List.of("toy", "run"),
          OptionalInt.of(3),
          "first line of stderr\nlast line of stderr",
          7);
    }

    private Outcome ordinary(String program) {
      if (crashes.contains(program)) {
        return new Outcome.Crashed("signal 6");
      }
      String value = wrongs.contains(program) ? "not-" + program : program;
      return new Outcome.Completed(List.of(rights.contains(program) ? "b" : value), true);
    }

    @Override
    public void close() {}
  }
}
