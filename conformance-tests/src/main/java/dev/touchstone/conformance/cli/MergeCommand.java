package dev.touchstone.conformance.cli;

import dev.touchstone.reports.ReportWriter;
import dev.touchstone.reports.ResultsFile;
import dev.touchstone.reports.ResultsFileException;
import dev.touchstone.reports.ResultsMerge;
import dev.touchstone.reports.ResultsMerge.Part;
import dev.touchstone.reports.model.RunReport;
import dev.touchstone.reports.model.SubjectReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts the results of shards together. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    description = {
      "Puts the results of all shards of a run together: what comes out is what the run of all"
          + " cases at once would have given, but for the times."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./touchstone run --subject guile --shard 1/2 --report one",
      "  ./touchstone run --subject guile --shard 2/2 --report two",
      "  ./touchstone merge one/results.json two/results.json --out results.json",
      "      and then './touchstone gate guile --baseline FILE --results results.json'",
      "  ./touchstone merge one/results.json two/results.json --report site",
      "      with all reports",
      "  ./touchstone merge results.json --without-times --out comparable.json",
      "      one run without its times, to compare it with another byte by byte"
    })
final class MergeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "The results.json of each shard.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--out", paramLabel = "FILE", description = "Where the results go.")
  private @Nullable Path out;

  @Option(names = "--report", paramLabel = "DIR", description = "Where all reports go.")
  private @Nullable Path report;

  @Option(
      names = "--without-times",
      description = "Every time is 0: then equal runs are equal files.")
  private boolean withoutTimes;

  MergeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (out == null && report == null) {
      throw new CliException(ExitCode.WRONG_USE, "--out FILE or --report DIR is missing.");
    }
    try {
      List<Part> parts = new ArrayList<>();
      for (Path file : files) {
        parts.add(new Part(file.toString(), ResultsFile.read(resolved(file))));
      }
      RunReport merged = ResultsMerge.merge(parts);
      write(withoutTimes ? ResultsMerge.withoutTimes(merged) : merged);
      return ExitCode.OK;
    } catch (ResultsFileException wrong) {
      throw new CliException(ExitCode.WRONG_USE, String.valueOf(wrong.getMessage()));
    } catch (NoSuchFileException gone) {
      throw new CliException(ExitCode.WRONG_USE, "there is no file " + gone.getFile() + ".");
    } catch (IOException failed) {
      throw new CliException(ExitCode.WRONG_USE, "the results cannot be merged: " + failed);
    }
  }

  private void write(RunReport merged) throws IOException {
    if (out != null) {
      ResultsFile.write(merged, resolved(out));
      tell(merged, out);
    }
    if (report != null) {
      Path directory = resolved(report);
      Files.createDirectories(directory);
      ReportWriter.writeAll(merged, directory);
      tell(merged, report.resolve("index.html"));
    }
  }

  private void tell(RunReport merged, Path where) {
    for (SubjectReport subject : merged.subjects()) {
      terminal
          .out()
          .printf("%s: %d results of %s%n", where, subject.results().size(), subject.name());
    }
  }

  private Path resolved(Path path) {
    return terminal.directory().resolve(path).normalize();
  }
}
