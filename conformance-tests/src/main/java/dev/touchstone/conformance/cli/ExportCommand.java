package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.corpus.export.Export;
import dev.touchstone.conformance.engine.setup.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes cases as plain files. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes cases as plain files, so that a test suite in any language can loop over them.",
      "",
      "  DIR/manifest.json            every case: id, clauses, features, rung, hash, its runs",
      "  DIR/ID/main.scm              the program, beside the files that it needs",
      "  DIR/ID@N=10000/...           one such directory for each value, in cases that vary",
      "  DIR/ID/requires.txt          the features that it needs, one a line",
      "  DIR/ID/expected.json         what is expected, with the keys of the corpus",
      "  DIR/ID/expected-value.txt    value and output, where they and nothing else",
      "  DIR/ID/expected-output.txt   are expected",
      "  DIR/ID/input.txt, args.txt   standard input and arguments, if it has any"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./touchstone export out                   everything",
      "  ./touchstone export out --rung base       the first rung",
      "  for dir in out/*/*/*/; do my-vm \"$$dir/main.scm\"; done"
    })
final class ExportCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Workshop workshop;

  @Mixin private final Selection selection = new Selection();

  @Parameters(index = "0", paramLabel = "DIR", description = "A new or empty directory.")
  private @Nullable Path target;

  ExportCommand(Terminal terminal, Workshop workshop) {
    this.terminal = terminal;
    this.workshop = workshop;
  }

  @Override
  public Integer call() throws IOException {
    Corpus corpus = selection.load(workshop, terminal).corpus();
    List<TestCase> cases = selection.cases(corpus);
    Path directory =
        terminal.directory().resolve(target == null ? Path.of("") : target).normalize();
    checkEmpty(directory);
    new Export(directory, each -> ListCommand.row(each, corpus.language())).write(corpus, cases);
    terminal.out().printf("%d cases in %s%n", cases.size(), directory);
    return ExitCode.OK;
  }

  private static void checkEmpty(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    if (!Files.isDirectory(directory)) {
      throw new CliException(ExitCode.WRONG_USE, directory + " is a file.");
    }
    try (Stream<Path> files = Files.list(directory)) {
      boolean ours = Files.isRegularFile(directory.resolve(Export.MANIFEST));
      if (!ours && files.findAny().isPresent()) {
        throw new CliException(
            ExitCode.WRONG_USE,
            directory + " is not empty and holds no export; choose another directory.");
      }
    }
  }
}
