package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.corpus.Clause;
import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.Suggestion;
import dev.touchstone.conformance.corpus.export.NewCase;
import dev.touchstone.conformance.engine.setup.Workshop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Appends a stub of a case to its file. */
@Command(
    name = "new-case",
    mixinStandardHelpOptions = true,
    description = {
      "Appends a stub of a case to test-cases/CHAPTER/FILE.yaml; the file is made if need be.",
      "",
      "The slug states the claim, as in 'a-call-in-cond-is-a-tail-call'. The stub is valid: change"
          + " its program and what it expects, then run it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./touchstone new-case tail-calls/cond/receiver-of-arrow --clause TAIL-7",
      "  ./touchstone new-case base/pairs/car-takes-the-first"
    })
final class NewCaseCommand implements Callable<Integer> {
  private static final String WORDS = "[a-z0-9]+(?:-[a-z0-9]+)*";
  private static final Pattern ID =
      Pattern.compile("(" + WORDS + ")/(" + WORDS + ")/(" + WORDS + ")");

  private final Terminal terminal;
  private final Workshop workshop;

  @Parameters(
      index = "0",
      paramLabel = "CHAPTER/FILE/SLUG",
      description = "The new id; it is for ever.")
  private String id = "";

  @Option(
      names = "--clause",
      split = ",",
      paramLabel = "ID",
      description = "The rules that it tests. Default: the chapter's first.")
  private List<String> clauses = List.of();

  @Option(
      names = "--into",
      paramLabel = "DIR",
      description = "The corpus to add it to. Default: the shipped one, test-cases.")
  private @Nullable Path into;

  NewCaseCommand(Terminal terminal, Workshop workshop) {
    this.terminal = terminal;
    this.workshop = workshop;
  }

  @Override
  public Integer call() throws IOException {
    Matcher parts = ID.matcher(id);
    if (!parts.matches()) {
      throw wrong(
          "'"
              + id
              + "' is no id of a case: it must be CHAPTER/FILE/SLUG in small letters, digits"
              + " and single hyphens, for example base/pairs/car-takes-the-first.");
    }
    Corpus corpus = new Selection.Corpora().load(workshop, terminal).corpus();
    checkFree(corpus);
    String chapter = parts.group(1);
    List<String> tested = clauses.isEmpty() ? List.of(first(chapter, corpus)) : clauses;
    tested.forEach(clause -> checkClause(clause, corpus));
    Path file = root().resolve(chapter).resolve(parts.group(2) + ".yaml");
    int line = NewCase.append(file, chapter, parts.group(3), tested);
    terminal.out().println(terminal.directory().relativize(file) + ":" + line);
    terminal.out().println("run it: ./touchstone run --id " + id);
    return ExitCode.OK;
  }

  private Path root() {
    if (into != null) {
      return terminal.directory().resolve(into).normalize();
    }
    return terminal
        .home()
        .map(home -> home.resolve("test-cases").toAbsolutePath().normalize())
        .orElseThrow(
            () -> wrong("this is no checkout, so --into must name the directory of a corpus."));
  }

  private void checkFree(Corpus corpus) {
    if (corpus.cases().stream().anyMatch(each -> each.id().equals(id) || each.was().contains(id))) {
      throw wrong("the id '" + id + "' is taken; an id is never used again.");
    }
  }

  private static String first(String chapter, Corpus corpus) {
    return corpus.clauses().values().stream()
        .filter(clause -> clause.chapter().equals(chapter) && !clause.withdrawn())
        .min(Comparator.comparingInt(clause -> clause.position().line()))
        .map(Clause::id)
        .orElseThrow(() -> wrong(noChapter(chapter, corpus)));
  }

  private static String noChapter(String chapter, Corpus corpus) {
    Collection<String> chapters =
        corpus.clauses().values().stream()
            .map(Clause::chapter)
            .collect(Collectors.toCollection(TreeSet::new));
    return "the spec has no chapter '"
        + chapter
        + "' with clauses"
        + Suggestion.nearest(chapter, chapters)
            .map(near -> "; did you mean '" + near + "'?")
            .orElse("; there are: " + String.join(", ", chapters) + ".");
  }

  private static void checkClause(String id, Corpus corpus) {
    Clause clause = corpus.clauses().get(id);
    if (clause == null || clause.withdrawn()) {
      throw wrong(
          "there is no clause '"
              + id
              + "'"
              + Suggestion.nearest(id, corpus.clauses().keySet())
                  .map(near -> "; did you mean '" + near + "'?")
                  .orElse("; the chapters in spec/chapters define them."));
    }
  }

  private static CliException wrong(String sentence) {
    return new CliException(ExitCode.WRONG_USE, sentence);
  }
}
