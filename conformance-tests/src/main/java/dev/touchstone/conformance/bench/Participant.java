package dev.touchstone.conformance.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An implementation that takes part. In the commands {@code {file}} stands for the script and
 * {@code {compiled}} for a path beside it that the preparation may write to.
 *
 * @param name what {@code --against} calls it
 * @param title one line for readers
 * @param version the command whose first line of output tells the version; may be empty
 * @param environment its variables beside the search path
 * @param preamble what stands before a script
 * @param prepare the command that compiles a script, whose time does not count; may be empty
 * @param command the command that runs a script
 */
public record Participant(
    String name,
    String title,
    List<String> version,
    Map<String, String> environment,
    String preamble,
    List<String> prepare,
    List<String> command) {
  /** The name of the reference VM. */
  public static final String REFERENCE = "reference";

  /** Copies the collections. */
  public Participant {
    version = List.copyOf(version);
    environment = Map.copyOf(environment);
    prepare = List.copyOf(prepare);
    command = List.copyOf(command);
  }

  /**
   * The reference VM in a process of its own, as {@code ./touchstone vm run} starts it.
   *
   * @param java the program {@code java}
   * @param classes where the VM's classes are
   * @param options more options for Java
   */
  public static Participant reference(Path java, Path classes, List<String> options) {
    List<String> vm = List.of("-cp", classes.toString(), "dev.touchstone.vm.cli.Main");
    List<String> flags = List.of("-XX:+UseSerialGC", "-Xlog:disable", "-Xlog:all=error:stderr");
    return new Participant(
        REFERENCE,
        "the reference VM" + (options.isEmpty() ? "" : " with " + String.join(" ", options)),
        Stream.of(List.of(java.toString()), vm, List.of("--version"))
            .flatMap(List::stream)
            .toList(),
        Map.of(),
        "",
        List.of(),
        Stream.of(List.of(java.toString()), flags, options, vm, List.of("run", "{file}"))
            .flatMap(List::stream)
            .toList());
  }
}
