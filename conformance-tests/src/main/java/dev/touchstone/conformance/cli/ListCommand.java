package dev.touchstone.conformance.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Rung;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.engine.setup.Rungs;
import dev.touchstone.conformance.engine.setup.Workshop;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists cases. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the cases that the same options would run.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./touchstone list --rung base        the ids of the first rung's cases",
      "  ./touchstone list --count            how many cases there are",
      "  ./touchstone list --feature let --json",
      "      the cases that need 'let', as JSON with clauses, features, file and line"
    })
final class ListCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Workshop workshop;

  @Mixin private final Selection selection = new Selection();

  @Option(names = "--count", description = "Prints only how many there are.")
  private boolean count;

  @Option(names = "--json", description = "Prints a JSON array with all that is known of each.")
  private boolean json;

  ListCommand(Terminal terminal, Workshop workshop) {
    this.terminal = terminal;
    this.workshop = workshop;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    if (count && json) {
      throw new CliException(ExitCode.WRONG_USE, "--count and --json exclude each other.");
    }
    Corpus corpus = selection.load(workshop, terminal).corpus();
    List<TestCase> cases = selection.cases(corpus);
    if (count) {
      terminal.out().println(cases.size());
    } else if (json) {
      terminal
          .out()
          .println(
              new ObjectMapper()
                  .enable(SerializationFeature.INDENT_OUTPUT)
                  .writeValueAsString(
                      cases.stream().map(each -> row(each, corpus.language())).toList()));
    } else {
      cases.stream().map(TestCase::id).forEach(terminal.out()::println);
    }
    return ExitCode.OK;
  }

  /** What is known of a case; the export's manifest has the same rows. */
  static Map<String, Object> row(TestCase testCase, Language language) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", testCase.id());
    row.put("clauses", testCase.clauses());
    row.put("rung", Rungs.of(testCase, language).map(Rung::id).orElse(""));
    row.put("requires", testCase.requires());
    row.put("essential", testCase.essential());
    row.put("file", testCase.position().file());
    row.put("line", testCase.position().line());
    return row;
  }
}
