package dev.touchstone.conformance.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A subject file in the making.
 *
 * @param name of the subject
 * @param mode as the file says it
 * @param command what starts it
 * @param dialect the map that renders programs for it
 * @param settings what its mode needs, as lines of YAML
 * @param errors the wordings of errors that were seen: a regular expression and its class
 * @param claim what it has
 * @param time what a run may take, as the file says it
 */
public record Draft(
    String name,
    String mode,
    List<String> command,
    Optional<String> dialect,
    String settings,
    Map<String, String> errors,
    Claim claim,
    String time) {
  /**
   * What a subject has.
   *
   * @param rungs whole rungs
   * @param features single features more
   * @param capabilities answers
   * @param stated whether the file says it; a session may say it in {@code hello}
   */
  public record Claim(
      List<String> rungs, List<String> features, Map<String, String> capabilities, boolean stated) {
    /** Nothing, and nothing is said. */
    public static final Claim NONE = new Claim(List.of(), List.of(), Map.of(), false);

    /** Copies the collections. */
    public Claim {
      rungs = List.copyOf(rungs);
      features = List.copyOf(features);
      capabilities = Map.copyOf(capabilities);
    }
  }

  /** Copies the list. */
  public Draft {
    command = List.copyOf(command);
    errors = Map.copyOf(errors);
  }

  /** A draft without wordings and claims. */
  static Draft of(Wishes wishes, String mode, List<String> command, String settings) {
    return new Draft(
        wishes.name(),
        mode,
        command,
        wishes.dialect(),
        settings,
        Map.of(),
        Claim.NONE,
        wishes.time());
  }

  Draft with(Map<String, String> wordings) {
    return new Draft(name, mode, command, dialect, settings, wordings, claim, time);
  }

  Draft with(Claim found) {
    return new Draft(name, mode, command, dialect, settings, errors, found, time);
  }

  Draft within(String limit) {
    return new Draft(name, mode, command, dialect, settings, errors, claim, limit);
  }

  /** The file. */
  public String yaml() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# "
            + name
            + ", as './touchstone init' found it. Every key: chapters 10 and 11 of the spec.");
    lines.add("name: " + Yaml.scalar(name));
    lines.add("mode: " + mode);
    lines.add("# {file}: the program's file. {dir}: the directory of this file.");
    lines.add("command: " + Yaml.list(command));
    dialect.ifPresent(map -> lines.add("dialect: " + Yaml.scalar(map)));
    settings.lines().forEach(lines::add);
    errors(lines);
    claim(lines);
    lines.add("limits: { time: " + time + ", output: 1000000 }");
    return String.join("\n", lines) + "\n";
  }

  private void errors(List<String> lines) {
    if (errors.isEmpty()) {
      return;
    }
    boolean session = mode.equals("session");
    lines.add(
        "# How it words errors: the first pattern that is found gives the class. Classes: chapter 8"
            + " of the spec.");
    lines.add("errors:");
    if (!session) {
      lines.add("  stream: both");
    }
    lines.add("  patterns:");
    new TreeMap<>(errors)
        .forEach(
            (match, type) ->
                lines.add("    - { match: " + Yaml.quoted(match) + ", class: " + type + " }"));
  }

  private void claim(List<String> lines) {
    if (!claim.stated()) {
      return;
    }
    lines.add(
        "# What it has, by the probes in spec/features.yaml. `without: [...]` takes something out"
            + " again.");
    lines.add("rungs: " + Yaml.list(claim.rungs()));
    if (!claim.features().isEmpty()) {
      lines.add("features: " + Yaml.list(claim.features()));
    }
    if (!claim.capabilities().isEmpty()) {
      lines.add("capabilities:");
      new TreeMap<>(claim.capabilities())
          .forEach((question, answer) -> lines.add("  " + question + ": " + Yaml.scalar(answer)));
    }
  }
}
