package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.corpus.Clause;
import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.conformance.engine.setup.Workshop;
import dev.touchstone.conformance.trace.TraceFile;
import dev.touchstone.conformance.trace.TraceFileException;
import dev.touchstone.vm.trace.DiffText;
import dev.touchstone.vm.trace.RollingHash;
import dev.touchstone.vm.trace.Trace;
import dev.touchstone.vm.trace.TraceDiff;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works on trace files. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    subcommands = TraceCommand.Diff.class,
    description = "Works on trace files, which './touchstone vm trace --format json' writes.")
final class TraceCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "a command is missing: diff");
  }

  /** Compares two traces. */
  @Command(
      name = "diff",
      mixinStandardHelpOptions = true,
      description = {
        "Names the first record in which two traces of a program differ, and what to suspect.",
        "",
        "A is taken to be right. Exit codes: 0 the same, 1 different, 2 not to be compared."
      },
      footerHeading = "%nExamples:%n",
      footer = {
        "  ./touchstone vm trace --format json -o good.trace program.scm",
        "  ./touchstone trace diff good.trace mine.trace",
        "  ./touchstone trace diff good.trace mine.trace --program program.scm",
        "                                      with lines of the program"
      })
  static final class Diff implements Callable<Integer> {
    private final Terminal terminal;
    private final Workshop workshop;

    @Mixin private final Selection selection = new Selection();

    @Parameters(index = "0", paramLabel = "A", description = "The trace that is right.")
    private @Nullable Path right;

    @Parameters(index = "1", paramLabel = "B", description = "The other one.")
    private @Nullable Path other;

    @Option(
        names = "--program",
        paramLabel = "FILE",
        description = "The program; without it the file that the trace names, if it is there.")
    private @Nullable Path program;

    Diff(Terminal terminal, Workshop workshop) {
      this.terminal = terminal;
      this.workshop = workshop;
    }

    @Override
    public Integer call() {
      Trace a = read(Objects.requireNonNull(right));
      Trace b = read(Objects.requireNonNull(other));
      TraceDiff.Result result = TraceDiff.of(a, b);
      boolean different = result instanceof TraceDiff.Result.At;
      Map<String, Clause> clauses = different ? clauses() : Map.of();
      List<String> source = different ? source(a.header()) : List.of();
      DiffText text =
          new DiffText(
              id -> {
                Clause clause = clauses.get(id);
                return clause == null ? "" : clause.text();
              },
              at -> line(source, at));
      (result instanceof TraceDiff.Result.Incomparable ? terminal.err() : terminal.out())
          .print(text.of(a.header().level(), result));
      return switch (result) {
        case TraceDiff.Result.Same _ -> ExitCode.OK;
        case TraceDiff.Result.At _, TraceDiff.Result.Within _ -> ExitCode.FAILURES;
        case TraceDiff.Result.Incomparable _ -> ExitCode.WRONG_USE;
      };
    }

    private Trace read(Path path) {
      try {
        return TraceFile.read(path.toString(), text(path));
      } catch (TraceFileException wrong) {
        throw new CliException(ExitCode.WRONG_USE, String.valueOf(wrong.getMessage()));
      } catch (NoSuchFileException gone) {
        throw new CliException(ExitCode.WRONG_USE, "there is no file " + path + ".");
      } catch (CharacterCodingException binary) {
        throw new CliException(ExitCode.WRONG_USE, path + ":1: this is no text in UTF-8.");
      } catch (IOException failed) {
        throw new CliException(ExitCode.WRONG_USE, path + " cannot be read: " + failed);
      }
    }

    private String text(Path path) throws IOException {
      return Files.readString(terminal.directory().resolve(path));
    }

    private Map<String, Clause> clauses() {
      try {
        return selection.load(workshop, terminal).corpus().clauses();
      } catch (CorpusException | CliException withoutTexts) {
        return Map.of();
      }
    }

    /** The lines of the program, if its file is there and is the one that ran. */
    private List<String> source(Trace.Header header) {
      try {
        String text = text(program == null ? Path.of(header.program()) : program);
        return RollingHash.of(text).equals(header.programHash())
            ? text.lines().toList()
            : List.of();
      } catch (IOException | InvalidPathException withoutLines) {
        return List.of();
      }
    }

    private static String line(List<String> source, String at) {
      String number = at.replaceFirst(":.*", "");
      int line = number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : 0;
      return line >= 1 && line <= source.size() ? source.get(line - 1) : "";
    }
  }
}
