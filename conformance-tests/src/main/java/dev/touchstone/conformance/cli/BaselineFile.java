package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.conformance.corpus.Problem;
import dev.touchstone.conformance.gate.Baseline;
import dev.touchstone.conformance.gate.BaselineEditor;
import dev.touchstone.conformance.gate.BaselineReader;
import dev.touchstone.conformance.gate.BaselineUpdate;
import dev.touchstone.reports.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A baseline's file, as the command line names it. */
record BaselineFile(Terminal terminal, Path given) {
  private static final int FEW = 10;

  Path path() {
    return terminal.directory().resolve(given).normalize();
  }

  boolean exists() {
    return Files.exists(path());
  }

  /**
   * Reads it.
   *
   * @param ids those of the corpus
   * @throws CliException code 2, if it is not there or wrong; each mistake is told, with its line
   */
  Baseline read(Collection<String> ids) {
    return parse(text(), ids);
  }

  /** Its text; it has to be there. */
  String text() {
    try {
      return new String(Files.readAllBytes(path()), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new CliException(
          ExitCode.WRONG_USE,
          exists()
              ? given + " cannot be read: " + unreadable
              : "there is no baseline " + given + "; the option --update writes one.");
    }
  }

  /** The baseline that a text says. */
  Baseline parse(String text, Collection<String> ids) {
    try {
      return BaselineReader.read(given.toString(), text.getBytes(StandardCharsets.UTF_8), ids);
    } catch (CorpusException wrong) {
      throw rejected(text, wrong);
    }
  }

  /**
   * Writes it as the update says, changing no more of its text than that.
   *
   * @param text its text until now
   * @param old what that says
   */
  void write(String text, Baseline old, BaselineUpdate update, Collection<String> ids) {
    try {
      String updated = BaselineEditor.edit(given.toString(), text, old, update);
      Set<String> known = new TreeSet<>(ids);
      known.addAll(update.baseline().cases().keySet());
      if (!BaselineEditor.says(parse(updated, known), update)) {
        throw new CliException(
            ExitCode.WRONG_USE,
            given + " is written in a way that --update cannot edit; see chapter 13 of the spec.");
      }
      AtomicFile.write(path(), writer -> writer.write(updated));
    } catch (CorpusException uneditable) {
      throw rejected(text, uneditable);
    } catch (IOException unwritten) {
      throw new CliException(ExitCode.WRONG_USE, given + " cannot be written: " + unwritten);
    }
  }

  private CliException rejected(String text, CorpusException wrong) {
    List<String> lines = text.lines().toList();
    wrong.problems().stream().limit(FEW).forEach(problem -> show(problem, lines));
    int count = wrong.problems().size();
    return new CliException(
        ExitCode.WRONG_USE, given + " has " + count + (count == 1 ? " mistake." : " mistakes."));
  }

  /** The mistake, its line, and a caret under the place. */
  private void show(Problem problem, List<String> lines) {
    terminal.err().println(problem);
    int line = problem.position().line();
    if (line <= lines.size() && !lines.get(line - 1).isBlank()) {
      terminal.err().println("  " + lines.get(line - 1));
      terminal.err().println("  " + " ".repeat(problem.position().column() - 1) + "^");
    }
  }
}
