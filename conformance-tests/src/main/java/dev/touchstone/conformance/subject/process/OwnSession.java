package dev.touchstone.conformance.subject.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Starts a program in a session of its own, where the system has {@code setsid}: then it has no
 * terminal to write to, and signals to our group do not reach it.
 */
final class OwnSession {
  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
  private static final String FAILURE = "setsid: failed to execute ";

  private OwnSession() {}

  /** The command that starts that command in a session of its own, or that command. */
  static List<String> wrap(List<String> command) {
    if (!Files.isExecutable(SETSID)) {
      return command;
    }
    List<String> wrapped = new ArrayList<>();
    wrapped.add(SETSID.toString());
    wrapped.addAll(command);
    return wrapped;
  }

  /**
   * The command that starts that command so that the system kills it when the thread that starts it
   * ends, for whatever reason, where the system has {@code setpriv}.
   */
  static List<String> boundToThread(List<String> wrapped) {
    if (!Files.isExecutable(SETPRIV) || !Files.isExecutable(SETSID)) {
      return wrapped;
    }
    List<String> bound = new ArrayList<>(List.of(SETPRIV.toString(), "--pdeathsig", "KILL"));
    bound.addAll(wrapped);
    return bound;
  }

  /** Why the program itself could not be executed, if a process ended for that reason. */
  static Optional<String> failure(OptionalInt exitCode, String errors) {
    boolean code = exitCode.orElse(0) == 126 || exitCode.orElse(0) == 127;
    return code && errors.startsWith(FAILURE)
        ? Optional.of(errors.substring(FAILURE.length()).strip())
        : Optional.empty();
  }
}
