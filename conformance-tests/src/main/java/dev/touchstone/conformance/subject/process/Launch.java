package dev.touchstone.conformance.subject.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A process to start, and what it may use.
 *
 * @param command the program and its arguments
 * @param directory where it runs
 * @param environment all of its variables
 * @param outputLimit how many bytes it may write to its standard output
 * @param memoryLimit how many bytes of memory it may hold; {@link Long#MAX_VALUE} for no limit
 * @param time the wall time that it may take
 * @param endMarker a text on its standard output after which it is only left to end; may be empty
 */
public record Launch(
    List<String> command,
    Path directory,
    Map<String, String> environment,
    int outputLimit,
    long memoryLimit,
    Duration time,
    String endMarker) {
  /** Copies the collections. */
  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
