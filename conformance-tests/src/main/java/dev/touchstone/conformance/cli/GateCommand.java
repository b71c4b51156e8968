package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.engine.execution.Rerun;
import dev.touchstone.conformance.engine.setup.LocatedCorpus;
import dev.touchstone.conformance.engine.setup.Workshop;
import dev.touchstone.conformance.gate.Baseline;
import dev.touchstone.conformance.gate.Baseline.Entry;
import dev.touchstone.conformance.gate.BaselineEditor;
import dev.touchstone.conformance.gate.BaselineUpdate;
import dev.touchstone.conformance.gate.Comparison;
import dev.touchstone.conformance.gate.Finding;
import dev.touchstone.conformance.gate.Rule;
import dev.touchstone.conformance.gate.Screen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares a run with what was expected of it. */
@Command(
    name = "gate",
    mixinStandardHelpOptions = true,
    description = {
      "Says whether a subject still does what its baseline says: no worse, and no better either.",
      "",
      "A baseline lists what does not pass, with a reason, and every case that there was. The gate"
          + " ends with 1 on a new failure, an unexpected pass, a changed kind of failure, an id"
          + " that is gone, a case that no longer applies, and a flaky result."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./touchstone gate my-vm/subject.yaml --baseline my-vm.baseline.yaml --update",
      "      writes the baseline, or brings it up to date; reasons and comments stay",
      "  ./touchstone gate my-vm/subject.yaml --baseline my-vm.baseline.yaml",
      "      for every commit",
      "  ./touchstone gate guile --baseline guile.baseline.yaml --results site/results.json",
      "      of a run that was made before",
      "  ./touchstone gate guile --baseline guile.baseline.yaml --id 'data/*' --repeat 5",
      "      part of it, five times over: names what is flaky"
    })
final class GateCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Workshop workshop;

  @Mixin private final Selection selection = new Selection();

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "The subject: a shipped one by name, or the path of a subject file.")
  private String subject = "";

  @Option(
      names = "--baseline",
      required = true,
      paramLabel = "FILE",
      description = "What is expected of it.")
  private Path baseline = Path.of("");

  @Option(
      names = "--results",
      paramLabel = "FILE",
      description = "The results.json of an earlier run, instead of a run now.")
  private @Nullable Path results;

  @Option(
      names = "--update",
      description = "Writes what is seen into the baseline; keeps reasons, links and comments.")
  private boolean update;

  @Option(names = "--strict", description = "What is new since the baseline fails too.")
  private boolean strict;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description = "Runs N times; a result that is not the same each time is flaky.")
  private int repeat = 1;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many cases run at a time. Default: the number of processors.")
  private @Nullable Integer jobs;

  GateCommand(Terminal terminal, Workshop workshop) {
    this.terminal = terminal;
    this.workshop = workshop;
  }

  @Override
  public Integer call() {
    if (repeat < 1 || (repeat > 1 && results != null)) {
      throw new CliException(
          ExitCode.WRONG_USE, "--repeat is at least 1, and does not go with --results.");
    }
    LocatedCorpus located = selection.load(workshop, terminal);
    Corpus corpus = located.corpus();
    selection.cases(corpus);
    Scope scope = new Scope(corpus, selection);
    BaselineFile file = new BaselineFile(terminal, baseline);
    boolean create = update && !file.exists();
    if (!create) {
      file.read(scope.ids()); // What is wrong with it is told before the cases run.
    }
    GateRuns.Seens seen = seen(located);
    String text =
        create ? BaselineEditor.empty(seen.name(), seen.version(), corpus.version()) : file.text();
    Baseline expected = file.parse(text, scope.ids());
    checkSubject(expected, seen);
    return update
        ? update(file, text, scope, expected, seen)
        : judge(corpus, scope, expected, seen);
  }

  private GateRuns.Seens seen(LocatedCorpus corpus) {
    GateRuns runs = new GateRuns(terminal, workshop, selection, subject);
    return results == null
        ? runs.now(corpus, repeat, Runner.jobs(jobs))
        : runs.earlier(corpus.corpus(), results);
  }

  private int update(
      BaselineFile file, String text, Scope scope, Baseline old, GateRuns.Seens seen) {
    BaselineUpdate update = BaselineUpdate.of(old, seen.cases(), scope::lost);
    BaselineUpdate whole =
        selection.filter().isEmpty()
            ? update.withVersions(scope.corpusVersion(), seen.version())
            : update;
    file.write(text, old, whole, scope.ids());
    Baseline now = file.read(scope.ids());
    List<Entry> mute =
        now.failures().values().stream().filter(each -> each.reason().isBlank()).toList();
    terminal
        .out()
        .printf(
            "%s: %d cases, of which %d do not pass%n",
            baseline, now.cases().size(), now.failures().size());
    if (!mute.isEmpty()) {
      terminal
          .out()
          .printf(
              "touchstone: %s; write why it fails, first in line %d%n",
              Rule.NO_REASON.counted(mute.size()), mute.getFirst().position().line());
    }
    return ExitCode.OK;
  }

  private void checkSubject(Baseline expected, GateRuns.Seens seen) {
    if (!expected.subject().equals(seen.name())) {
      throw new CliException(
          ExitCode.WRONG_USE,
          "%s is the baseline of '%s', but the subject is '%s'."
              .formatted(baseline, expected.subject(), seen.name()));
    }
  }

  private int judge(Corpus corpus, Scope scope, Baseline expected, GateRuns.Seens seen) {
    List<Finding> findings = Comparison.of(expected, seen.cases(), scope::holds, corpus.retired());
    Screen.Report report =
        new Screen.Report(
            seen.title(),
            baseline.toString(),
            compared(expected, seen),
            notes(corpus, expected, seen),
            findings,
            strict,
            id -> Rerun.command(selection.corpora(), subject, id));
    Screen.of(report).forEach(terminal.out()::println);
    if (report.failed()) {
      return ExitCode.FAILURES;
    }
    return report.cases() == 0 ? nothing() : ExitCode.OK;
  }

  private static List<String> notes(Corpus corpus, Baseline expected, GateRuns.Seens seen) {
    List<String> notes = new ArrayList<>();
    if (!expected.version().equals(seen.version())) {
      notes.add("the baseline is of version " + expected.version() + " of the subject");
    }
    if (!expected.corpus().equals(corpus.version())) {
      notes.add(
          "the baseline is of version %s of the corpus, this is %s"
              .formatted(expected.corpus(), corpus.version()));
    }
    return notes;
  }

  /** How many cases were known before and apply now; of none of the others does the gate judge. */
  private static int compared(Baseline expected, GateRuns.Seens seen) {
    return (int) seen.cases().stream().filter(each -> Comparison.compares(expected, each)).count();
  }

  private int nothing() {
    terminal
        .err()
        .println(
            "touchstone: nothing was compared: no selected case that applies is in the baseline.");
    return ExitCode.NOTHING;
  }
}
