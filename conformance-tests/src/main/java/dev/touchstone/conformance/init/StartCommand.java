package dev.touchstone.conformance.init;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command as it was typed, turned into that of a subject file: each run has a directory of its
 * own, so files that were named relative to this one are found from the subject file's.
 */
record StartCommand(Wishes wishes) {
  private static final String FILE = "{file}";

  /** With nothing added, for sessions and REPLs. */
  List<String> bare() {
    List<String> command = new ArrayList<>();
    command.add(program());
    wishes.command().stream().skip(1).map(this::argument).forEach(command::add);
    return command;
  }

  /** With the program in a file. */
  List<String> withFile() {
    List<String> command = bare();
    if (command.stream().noneMatch(part -> part.contains(FILE))) {
      command.add(FILE);
    }
    Optional<String> extension = wishes.extension();
    if (extension.isEmpty() || extension.get().equals(".scm")) {
      return command;
    }
    String other = "$1" + extension.get();
    String script =
        "cp \"$1\" \"%s\" && exec %s".formatted(other, quotedFor(command, '"' + other + '"'));
    return List.of("sh", "-c", script, "sh", FILE);
  }

  /** With the program on the standard input. */
  List<String> withInput() {
    return List.of("sh", "-c", "exec " + quotedFor(bare(), "") + " <\"$1\"", "sh", FILE);
  }

  boolean namesFile() {
    return wishes.command().stream().anyMatch(part -> part.contains(FILE));
  }

  /**
   * For the shell; the subject file's directory stands for itself, since the runner fills it in.
   */
  private static String quotedFor(List<String> command, String file) {
    List<String> quoted = new ArrayList<>();
    for (String part : command) {
      quoted.add(part.equals(FILE) ? file : "'" + part.replace("'", "'\\''") + "'");
    }
    return String.join(" ", quoted);
  }

  private String program() {
    String program = wishes.command().getFirst();
    boolean here = Files.isRegularFile(wishes.directory().resolve(program));
    if (program.startsWith("/") || program.startsWith("{dir}")) {
      return program;
    }
    return program.contains("/") && here ? "{dir}/" + stripped(program) : program;
  }

  private String argument(String argument) {
    boolean relative = !argument.isEmpty() && !Path.of(argument).isAbsolute();
    return relative && Files.exists(wishes.directory().resolve(argument))
        ? "{dir}/" + stripped(argument)
        : argument;
  }

  private static String stripped(String path) {
    return path.startsWith("./") ? path.substring(2) : path;
  }
}
