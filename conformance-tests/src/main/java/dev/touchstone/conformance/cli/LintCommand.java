package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.engine.setup.Workshop;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks the corpus. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description = {
      "Reads the whole corpus and says what is wrong with it, as file:line:column: message.",
      "",
      "It checks keys, ids, clauses, features, expectations, and that each case requires exactly"
          + " the features that its program uses. Exit code 2 if there is a problem."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./touchstone lint                      the spec and the shipped cases",
      "  ./touchstone lint --corpus my-cases    your own cases too"
    })
final class LintCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Workshop workshop;

  @Mixin private final Selection.Corpora corpora = new Selection.Corpora();

  LintCommand(Terminal terminal, Workshop workshop) {
    this.terminal = terminal;
    this.workshop = workshop;
  }

  @Override
  public Integer call() {
    Corpus corpus = corpora.load(workshop, terminal).corpus();
    long files = corpus.cases().stream().map(each -> each.position().file()).distinct().count();
    terminal
        .out()
        .printf(
            "%d cases in %d files, %d clauses, %d features: no problem%n",
            corpus.cases().size(),
            files,
            corpus.clauses().size(),
            corpus.language().features().size());
    return ExitCode.OK;
  }
}
