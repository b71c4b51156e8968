package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.dialect.Renderer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A subject as its file describes it.
 *
 * @param name for example {@code guile}
 * @param mode how it is run
 * @param command what starts it, with {@code {file}}, {@code {dir}} and {@code {args}}; empty in
 *     process
 * @param directory where its file lies: relative programs and {@code {dir}} refer to it
 * @param version how its version is found; empty if it has none
 * @param environment variables besides {@code PATH}, {@code HOME} and {@code LC_ALL}
 * @param preamble what stands before a program
 * @param markers what is spliced into one; in mode {@code markers} alone
 * @param prompt what it writes when it waits for a form; in mode {@code repl} alone
 * @param errors how it words errors
 * @param silentExit whether a process that ends with nothing on its error stream has ended by
 *     {@code exit}
 * @param features what it has, prerequisites included
 * @param capabilities its answers
 * @param limits what a run may use unless the case says otherwise
 * @param session how it is talked to; in mode {@code session} alone
 * @param dialect writes programs in the words of its Lisp, if that is not Scheme
 */
public record SubjectDescription(
    String name,
    Mode mode,
    List<String> command,
    Path directory,
    Optional<VersionCommand> version,
    Map<String, String> environment,
    Preamble preamble,
    Optional<Markers> markers,
    String prompt,
    ErrorPatterns errors,
    boolean silentExit,
    Set<String> features,
    Map<String, String> capabilities,
    RunLimits limits,
    Optional<SessionSettings> session,
    Optional<Renderer> dialect) {

  /** How a subject is run. */
  public enum Mode {
    IN_PROCESS("in-process"),
    MARKERS("markers"),
    LAST_LINE("last-line"),
    REPL("repl"),
    SESSION("session");

    private final String id;

    Mode(String id) {
      this.id = id;
    }

    /** The name in a subject file. */
    public String id() {
      return id;
    }
  }

  /** A command that prints the version, which the pattern's first group finds in what it prints. */
  public record VersionCommand(List<String> command, Pattern pattern) {
    /** Copies the list. */
    public VersionCommand {
      command = List.copyOf(command);
    }
  }

  /**
   * What a run may use.
   *
   * @param time wall time
   * @param output bytes that a program may write
   * @param memory bytes of resident memory; empty for no limit
   * @param start wall time until a session answers {@code hello}
   */
  public record RunLimits(Duration time, long output, OptionalLong memory, Duration start) {
    /** Ten seconds, a million bytes of output, no limit on memory, ten seconds to start. */
    static final RunLimits DEFAULT =
        new RunLimits(
            Duration.ofSeconds(10), 1_000_000, OptionalLong.empty(), Duration.ofSeconds(10));
  }

  /** Copies the collections. */
  public SubjectDescription {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    features = Set.copyOf(features);
    capabilities = Map.copyOf(capabilities);
  }

  /** The aspects that it can show, by kind. */
  public Set<String> reports() {
    Set<String> reports = new TreeSet<>(Set.of("value"));
    switch (mode) {
      case IN_PROCESS, SESSION ->
          reports.addAll(
              Set.of("values", "opaque", "output", "error", "error.phase", "exit", "exhausted"));
      case MARKERS -> {
        reports.addAll(Set.of("values", "opaque", "output", "exhausted.output"));
        reports.addAll(limits.memory().isPresent() ? Set.of("exhausted.memory") : Set.of());
      }
      case LAST_LINE, REPL -> {}
    }
    if (!errors.patterns().isEmpty()) {
      reports.add("error");
    }
    if (silentExit) {
      reports.add("exit");
    }
    return reports;
  }

  /** What it says of itself, with the version that was found. */
  public SubjectProfile profile(String versionFound) {
    return new SubjectProfile(name, versionFound, features, capabilities, reports());
  }
}
