package dev.touchstone.conformance.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.touchstone.conformance.corpus.Clause;
import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.Suggestion;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.engine.setup.Workshop;
import dev.touchstone.conformance.names.KnownName;
import dev.touchstone.conformance.names.NameIndex;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what is known of the names of the language. */
@Command(
    name = "names",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the names of the language: library, feature, clauses, and how many cases show them.",
      "",
      "With names, tells of each what the spec says and which cases test it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./touchstone names                         all names",
      "  ./touchstone names --library '(scheme char)'",
      "  ./touchstone names string-copy! call/cc    the clauses and cases of two names"
    })
final class NamesCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Workshop workshop;

  @Mixin private final Selection.Corpora corpora = new Selection.Corpora();

  @Option(
      names = "--library",
      paramLabel = "L",
      description = "Only what this library exports, for example '(scheme base)'.")
  private String library = "";

  @Option(names = "--json", description = "Prints a JSON array.")
  private boolean json;

  @Parameters(paramLabel = "NAME", description = "Only these, with the text of their clauses.")
  private List<String> wanted = new ArrayList<>();

  NamesCommand(Terminal terminal, Workshop workshop) {
    this.terminal = terminal;
    this.workshop = workshop;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    Corpus corpus = corpora.load(workshop, terminal).corpus();
    List<KnownName> all = NameIndex.of(corpus);
    checkWanted(all);
    List<KnownName> names =
        all.stream()
            .filter(name -> library.isEmpty() || library.equals(name.library()))
            .filter(name -> wanted.isEmpty() || wanted.contains(name.name()))
            .toList();
    if (names.isEmpty()) {
      throw new CliException(ExitCode.NOTHING, "no name was selected.");
    }
    if (json) {
      terminal
          .out()
          .println(
              new ObjectMapper()
                  .enable(SerializationFeature.INDENT_OUTPUT)
                  .writeValueAsString(names.stream().map(NamesCommand::row).toList()));
    } else if (wanted.isEmpty()) {
      table(names);
    } else {
      names.forEach(name -> describe(name, corpus.clauses()));
    }
    return ExitCode.OK;
  }

  private void checkWanted(List<KnownName> all) {
    Set<String> known = all.stream().map(KnownName::name).collect(Collectors.toSet());
    for (String name : wanted) {
      if (!known.contains(name)) {
        throw new CliException(
            ExitCode.WRONG_USE, "unknown name `" + name + "`" + Suggestion.suffix(name, known));
      }
    }
  }

  private void table(List<KnownName> names) {
    PrintStream out = terminal.out();
    String section = "";
    for (KnownName name : names) {
      if (!section.equals(name.library())) {
        section = name.library();
        out.printf("%n%s%n", section);
      }
      out.printf(
          "  %-32s %-24s %4d cases  %s%n",
          name.name(), name.feature().id(), name.cases().size(), String.join(" ", name.clauses()));
    }
  }

  private void describe(KnownName name, Map<String, Clause> clauses) {
    PrintStream out = terminal.out();
    out.printf("%s  (%s, feature %s)%n", name.name(), name.library(), name.feature().id());
    for (String id : name.clauses()) {
      out.printf("  %s  %s%n", id, Objects.requireNonNull(clauses.get(id)).text());
    }
    name.cases().forEach(each -> out.printf("  case %s%n", each.id()));
  }

  private static Map<String, Object> row(KnownName name) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", name.name());
    row.put("library", name.library());
    row.put("feature", name.feature().id());
    row.put("clauses", name.clauses());
    row.put("cases", name.cases().stream().map(TestCase::id).toList());
    return row;
  }
}
