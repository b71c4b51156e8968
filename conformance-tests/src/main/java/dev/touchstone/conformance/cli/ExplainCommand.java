package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Problem;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.engine.setup.Workshop;
import dev.touchstone.conformance.explain.CaseFinder;
import dev.touchstone.conformance.explain.Explanation;
import dev.touchstone.conformance.explain.Remedy;
import dev.touchstone.conformance.explain.shrink.Budget;
import dev.touchstone.conformance.subject.Subject;
import dev.touchstone.conformance.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains one case. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Runs one case and says all there is to say of it: the rules it tests, the program as the"
          + " subject gets it, what was expected and what came.",
      "",
      "If the subject does something else than the reference VM, the program is shrunk to the"
          + " smallest one on which it still does. If the case does not apply, it says which claim"
          + " in the subject's file decides that."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./touchstone explain tail-calls/cond/receiver-of-arrow",
      "  ./touchstone explain receiver-of-arrow --subject guile",
      "      the end of an id, or any part of it, will do if it is unique",
      "  ./touchstone explain test-cases/tail-calls/cond.yaml:12 --subject my-vm.yaml --seconds 60",
      "      the case in that line; a minute for making the program smaller",
      "",
      "Exit codes: 0 the case passes or does not apply, 1 it does not pass, 2 wrong use or the"
          + " subject does not run, 3 no such case."
    })
final class ExplainCommand implements Callable<Integer> {
  private static final int MOST_RUNS = 1_000_000;

  private final Terminal terminal;
  private final Workshop workshop;

  @Mixin private final Selection.Corpora corpora = new Selection.Corpora();

  @Parameters(
      index = "0",
      paramLabel = "CASE",
      description = "An id or a unique part of one, or FILE:LINE.")
  private String name = "";

  @Option(
      names = "--subject",
      paramLabel = "S",
      description =
          "The implementation: a shipped one by name, or the path of a subject file."
              + " Default: reference.")
  private String subject = "reference";

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "20",
      description = "How long a smaller program may be searched. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  ExplainCommand(Terminal terminal, Workshop workshop) {
    this.terminal = terminal;
    this.workshop = workshop;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (seconds < 1) {
      throw new CliException(
          ExitCode.WRONG_USE, "--seconds must be at least 1, but is " + seconds + ".");
    }
    Corpus corpus = corpora.load(workshop, terminal).corpus();
    TestCase testCase =
        switch (new CaseFinder(corpus.cases()).find(name)) {
          case CaseFinder.Found.One(TestCase found) -> found;
          case CaseFinder.Found.Unclear(String sentence) ->
              throw new CliException(ExitCode.NOTHING, sentence);
        };
    try (Subject tested = open(subject, corpus.language());
        Subject reference = open("reference", corpus.language())) {
      Explanation.Explained explained = explain(corpus, testCase, tested, reference);
      terminal.out().print(explained.text());
      return exitCode(explained.verdict());
    }
  }

  private Explanation.Explained explain(
      Corpus corpus, TestCase testCase, Subject tested, Subject reference)
      throws IOException, InterruptedException {
    Budget budget = new Budget(Duration.ofSeconds(seconds), MOST_RUNS);
    try (SearchProgress progress = new SearchProgress(terminal)) {
      return Explanation.of(corpus, testCase, tested, reference, remedy(), budget, progress::show);
    }
  }

  private static int exitCode(Verdict verdict) {
    return switch (verdict) {
      case PASS, UNSUPPORTED -> ExitCode.OK;
      case FAIL, CRASH, TIMEOUT, EXHAUSTED, PROTOCOL_ERROR -> ExitCode.FAILURES;
      case NOT_RUN -> ExitCode.WRONG_USE;
    };
  }

  private Subject open(String which, Language language) {
    try {
      return workshop.subject(which, language);
    } catch (CorpusException wrong) {
      wrong.problems().stream().map(Problem::toString).forEach(terminal.err()::println);
      throw new CliException(ExitCode.WRONG_USE, "the subject cannot be used.");
    }
  }

  /** The subject's file, if it is one that the user can change. */
  private Remedy remedy() throws IOException {
    boolean path = subject.contains("/") || subject.endsWith(".yaml");
    @Nullable Path given =
        path
            ? terminal.directory().resolve(subject)
            : terminal
                .home()
                .map(home -> home.resolve("conformance-tests/subjects").resolve(subject))
                .orElse(null);
    if (given == null) {
      return new Remedy("the subject's file", Optional.empty());
    }
    Path file = Files.isDirectory(given) ? given.resolve("subject.yaml") : given;
    String label = path && file.equals(given) ? subject : terminal.shown(file);
    return new Remedy(
        label,
        Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty());
  }
}
