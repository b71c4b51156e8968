package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.conformance.corpus.Problem;
import dev.touchstone.conformance.engine.setup.Workshop;
import dev.touchstone.conformance.init.Climb;
import dev.touchstone.conformance.init.Draft;
import dev.touchstone.conformance.init.Interview;
import dev.touchstone.conformance.init.NewSubject;
import dev.touchstone.conformance.init.Wishes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the subject file of a VM. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    separator = " ",
    description = {
      "Brings your VM under test: finds out how it is run, what it has, and writes NAME.yaml.",
      "",
      "It tries COMMAND in this order: does it answer the protocol's hello (spec chapter 11), in"
          + " JSON or S-expressions? Does it run a program file, and can the program print"
          + " ('markers') or is its value printed ('last-line')? Does it take the program on its"
          + " standard input? Is it a REPL with a prompt? Then it climbs the rungs: base, arith,"
          + " functions, ...",
      "",
      "Without an option everything is found by trying. On a terminal it asks a few questions; with"
          + " --yes, or without a terminal, it asks nothing."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./touchstone init my-vm -- ./my-vm               a VM that runs './my-vm FILE', or a"
          + " session",
      "  ./touchstone init toy --yes -- python3 toy.py    asks nothing",
      "  ./touchstone init calc --mode last-line -- ./calc -q '{file}'",
      "      the value is the last line that './calc -q FILE' prints",
      "  ./touchstone init lisp --mode repl --prompt '> ' -- ./lisp -i"
    })
final class InitCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Workshop workshop;
  private final Interview interview;

  @Parameters(index = "0", paramLabel = "NAME", description = "What to call it in reports.")
  private String name = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "COMMAND",
      description = "What starts it, after '--'; {file} stands for the program's file.")
  private List<String> command = List.of();

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "session, markers, last-line or repl: how it is run.")
  private @Nullable String mode;

  @Option(
      names = "--lines",
      paramLabel = "FORM",
      description = "json or sexp: the form of a session's lines.")
  private @Nullable String lines;

  @Option(
      names = "--input",
      paramLabel = "HOW",
      description = "file or stdin: how it takes its program.")
  private @Nullable String input;

  @Option(
      names = "--extension",
      paramLabel = ".EXT",
      description = "What the program's file must end with. Default: .scm.")
  private @Nullable String extension;

  @Option(names = "--prompt", paramLabel = "TEXT", description = "The prompt of mode repl.")
  private @Nullable String prompt;

  @Option(
      names = "--dialect",
      paramLabel = "MAP",
      description = "The map that renders programs for another Lisp.")
  private @Nullable String dialect;

  @Option(
      names = "--time",
      paramLabel = "T",
      defaultValue = "10s",
      description = "What a run may take, for example 500ms or 1m. Default: ${DEFAULT-VALUE}.")
  private String time = "10s";

  @Option(
      names = "--cases",
      paramLabel = "N",
      defaultValue = "40",
      description = "How many cases of a rung it runs at most. Default: ${DEFAULT-VALUE}.")
  private int most = 40;

  @Option(names = "--yes", description = "Asks nothing and takes the defaults.")
  private boolean yes;

  @Option(names = "--force", description = "Replaces a subject file of that name.")
  private boolean force;

  InitCommand(Terminal terminal, Workshop workshop, Interview interview) {
    this.terminal = terminal;
    this.workshop = workshop;
    this.interview = interview;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    Path file = terminal.directory().resolve(name + ".yaml");
    if (Files.exists(file) && !force) {
      throw wrong(name + ".yaml is there already; --force replaces it.");
    }
    Wishes wishes =
        terminal.interactive() && !yes ? new Questions(interview).ask(wishes()) : wishes();
    Corpus corpus = new Selection.Corpora().load(workshop, terminal).corpus();
    terminal.out().println("trying: " + String.join(" ", command));
    try {
      return conduct(new NewSubject(wishes, corpus), file);
    } catch (CorpusException broken) {
      broken.problems().stream().map(Problem::toString).forEach(terminal.err()::println);
      throw wrong("no subject file can be made of this.");
    }
  }

  private int conduct(NewSubject subject, Path file) throws IOException, InterruptedException {
    Optional<Draft> found = subject.detect();
    if (found.isEmpty()) {
      complain(subject.tried());
      return ExitCode.WRONG_USE;
    }
    Draft draft = found.get();
    terminal
        .out()
        .println("mode: " + draft.mode() + ", command: " + String.join(" ", draft.command()));
    Draft complete = subject.climb(draft, most, this::show);
    write(file, complete.yaml());
    close(complete, subject);
    return ExitCode.OK;
  }

  private void check() {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw wrong("'" + name + "' is no name: letters, digits, '.', '_' and '-'.");
    }
    if (workshop.subjects().contains(name)) {
      throw wrong("'" + name + "' is the name of a shipped subject; take another.");
    }
    oneOf("--mode", mode, List.of("session", "markers", "last-line", "repl"));
    oneOf("--lines", lines, List.of("json", "sexp"));
    oneOf("--input", input, List.of("file", "stdin"));
    if (most < 1) {
      throw wrong("--cases must be at least 1, but is " + most + ".");
    }
    if (!time.matches("[1-9][0-9]{0,5}(ms|s|m)")) {
      throw wrong("--time " + time + ": a positive number and ms, s or m.");
    }
  }

  private static void oneOf(String option, @Nullable String given, List<String> known) {
    if (given != null && !known.contains(given)) {
      throw wrong(option + " " + given + ": it must be one of " + String.join(", ", known) + ".");
    }
  }

  private Wishes wishes() {
    return new Wishes(
        name,
        command,
        terminal.directory(),
        Optional.ofNullable(mode),
        Optional.ofNullable(lines),
        Optional.ofNullable(input),
        Optional.ofNullable(extension),
        Optional.ofNullable(prompt),
        Optional.ofNullable(dialect),
        time);
  }

  private void show(Climb.Step step) {
    String features =
        step.whole()
            ? "all its features"
            : step.features().isEmpty()
                ? "none of its features"
                : String.join(", ", step.features());
    terminal
        .out()
        .println(
            "  %-10s %2d of %2d cases pass; has %s"
                .formatted(step.rung().id(), step.passed(), step.applicable(), features));
  }

  private void complain(List<String> tried) {
    terminal.err().println("touchstone: it could not be found out how this VM is run. Tried:");
    tried.forEach(line -> terminal.err().println("  " + line));
    terminal
        .err()
        .println(
            """
              Say it with flags (before '--'):
                --mode session     it speaks the protocol; --lines json|sexp says in which form
                --mode markers     it runs a file; programs can print, with display
                --mode last-line   it runs a file and prints the value of the last form
                --mode repl        it answers at a prompt: --prompt TEXT
                --input stdin      the program comes on its standard input
                --extension .lisp  its files must end so
                --dialect MAP      its language needs another rendering (spec chapter 12)
              Where the file belongs among other arguments, write {file} in COMMAND.\
            """);
  }

  private void write(Path file, String text) throws IOException {
    if (force) {
      Files.writeString(file, text);
    } else {
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    }
  }

  private void close(Draft draft, NewSubject subject) {
    String file = name + ".yaml";
    terminal.out().println();
    terminal
        .out()
        .println("wrote " + file + ": " + subject.passed() + " of the cases that were run pass.");
    if (draft.claim().rungs().isEmpty() && draft.claim().features().isEmpty()) {
      terminal.out().println("Nothing is claimed yet, for no probe passed.");
    }
    subject.failing().stream()
        .limit(5)
        .forEach(
            id ->
                terminal
                    .out()
                    .println("  not yet: ./touchstone run --subject " + file + " --id " + id));
    terminal.out().println("next:");
    terminal.out().println("  ./touchstone doctor " + name);
    terminal.out().println("  ./touchstone run --subject " + file);
  }

  private static CliException wrong(String sentence) {
    return new CliException(ExitCode.WRONG_USE, sentence);
  }
}
