package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.corpus.Suggestion;
import dev.touchstone.conformance.engine.setup.Workshop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Finds the file of a subject that is given by its name. */
record SubjectName(Terminal terminal, Workshop workshop) {
  /**
   * What the workshop opens: a path as it is given, else {@code NAME.yaml} or {@code
   * NAME/subject.yaml} in the current directory, else a shipped name.
   *
   * @throws CliException code 2 if there is none of these
   */
  String resolve(String given) {
    boolean path = given.contains("/") || given.endsWith(".yaml");
    if (path) {
      if (Files.exists(terminal.directory().resolve(given))) {
        return given;
      }
      throw new CliException(ExitCode.WRONG_USE, "there is no subject file '" + given + "'");
    }
    return Stream.of(given + ".yaml", given + "/subject.yaml")
        .map(terminal.directory()::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .map(file -> terminal.directory().relativize(file))
        .map(Path::toString)
        .orElseGet(() -> shipped(given));
  }

  /** What a resolved name stands for: the whole path of a file, or a shipped name. */
  String path(String resolved) {
    boolean path = resolved.contains("/") || resolved.endsWith(".yaml");
    return path ? terminal.directory().resolve(resolved).toString() : resolved;
  }

  private String shipped(String given) {
    if (workshop.subjects().contains(given)) {
      return given;
    }
    throw new CliException(
        ExitCode.WRONG_USE,
        "there is no %s.yaml here and no shipped subject '%s'%s"
            .formatted(
                given,
                given,
                Suggestion.nearest(given, workshop.subjects())
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse("; './touchstone init " + given + " -- COMMAND' writes one.")));
  }
}
