package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.subject.process.Programs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The command and environment of a run. {@code {file}} stands for the program's file, {@code {dir}}
 * for the directory of the subject's file, {@code {args}}, as an argument of its own, for the
 * case's arguments, which come last otherwise.
 */
public record CommandLine(SubjectDescription description) {
  /** The file of the program. */
  static final String MAIN = "main.scm";

  private static final String ARGS = "{args}";

  /** Why the program cannot be started, if it cannot be found. */
  public Optional<String> missing() {
    String program = inDirectory(description.command().getFirst());
    return Programs.find(program, description.directory(), searchPath()).isPresent()
        ? Optional.empty()
        : Optional.of(
            "no such program: "
                + program
                + "; command: "
                + String.join(" ", description.command()));
  }

  /** The command for a file. */
  List<String> of(Path file, List<String> args) {
    List<String> command = new ArrayList<>();
    for (String part : resolved(description.command())) {
      if (part.equals(ARGS)) {
        command.addAll(args);
      } else {
        command.add(part.replace("{file}", file.toString()));
      }
    }
    if (!description.command().contains(ARGS)) {
      command.addAll(args);
    }
    return command;
  }

  /** A declared command with its program and {@code {dir}} resolved. */
  public List<String> resolved(List<String> declared) {
    List<String> command = new ArrayList<>(declared.stream().map(this::inDirectory).toList());
    String program = command.getFirst();
    if (program.contains("/")) {
      command.set(0, description.directory().resolve(program).normalize().toString());
    }
    return command;
  }

  private String inDirectory(String part) {
    return part.replace("{dir}", description.directory().toString());
  }

  /** All variables that the process sees, save the one that marks it. */
  public Map<String, String> environment(Path home) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", searchPath());
    environment.put("HOME", home.toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.putAll(description.environment());
    return environment;
  }

  private static String searchPath() {
    return Optional.ofNullable(System.getenv("PATH")).orElse("/usr/local/bin:/usr/bin:/bin");
  }
}
