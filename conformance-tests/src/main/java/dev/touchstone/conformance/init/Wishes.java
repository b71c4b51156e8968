package dev.touchstone.conformance.init;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the user said of a VM; what is absent is found by trying.
 *
 * @param name of the subject
 * @param command as it was typed
 * @param directory where it was typed, and where the file will lie
 * @param mode {@code session}, {@code markers}, {@code last-line} or {@code repl}
 * @param lines {@code json} or {@code sexp}
 * @param input {@code file} or {@code stdin}: how a plain VM takes its program
 * @param extension of the program's file, with its dot
 * @param prompt of a REPL
 * @param dialect a map that renders programs
 * @param time what a run may take, for example {@code 10s}
 */
public record Wishes(
    String name,
    List<String> command,
    Path directory,
    Optional<String> mode,
    Optional<String> lines,
    Optional<String> input,
    Optional<String> extension,
    Optional<String> prompt,
    Optional<String> dialect,
    String time) {
  /** Copies the list. */
  public Wishes {
    command = List.copyOf(command);
  }

  Wishes in(String otherDialect) {
    return new Wishes(
        name,
        command,
        directory,
        mode,
        lines,
        input,
        extension,
        prompt,
        Optional.of(otherDialect),
        time);
  }

  boolean allows(String wanted) {
    return mode.map(wanted::equals).orElse(true);
  }

  boolean allowsInput(String wanted) {
    return input.map(wanted::equals).orElse(true);
  }
}
