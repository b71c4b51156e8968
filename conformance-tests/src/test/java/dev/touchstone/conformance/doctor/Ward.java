package dev.touchstone.conformance.doctor;

import dev.touchstone.conformance.corpus.FeaturesLoader;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Problems;
import dev.touchstone.conformance.subject.SubjectDescription;
import dev.touchstone.conformance.subject.Subjects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All ways in which {@link Patient} is ill, and the one diagnosis that each must get. */
final class Ward {
  /** As many patients as this are examined at a time; most of them only wait. */
  private static final int BEDS = 6;

  private static final String ERRORS =
      "errors: { stream: both, patterns: [ { match: '^error: unbound', class: unbound } ] }\n";

  private final Language language = language();
  private final Path directory;

  /** A ward whose subjects' files would lie in that directory. */
  Ward(Path directory) {
    this.directory = directory;
  }

  /**
   * A patient.
   *
   * @param mode of its subject file
   * @param way what it does
   * @param expected its diagnosis; none if it is healthy
   */
  record Case(String mode, String way, Optional<Mistake> expected) {
    @Override
    public String toString() {
      return mode + " " + way + " -> " + expected.map(Mistake::id).orElse("healthy");
    }
  }

  private static final Map<String, Mistake> SESSION =
      Map.ofEntries(
          Map.entry("is-not-there", Mistake.PROGRAM_NOT_FOUND),
          Map.entry("is-no-program", Mistake.NOT_EXECUTABLE),
          Map.entry("has-no-interpreter", Mistake.NOT_EXECUTABLE),
          Map.entry("dies-at-start", Mistake.DIES_AT_START),
          Map.entry("says-nothing", Mistake.NO_ANSWER),
          Map.entry("does-not-flush", Mistake.OUTPUT_NOT_FLUSHED),
          Map.entry("ends-no-line", Mistake.NO_LINE_END),
          Map.entry("prints-prettily", Mistake.MESSAGE_ON_SEVERAL_LINES),
          Map.entry("writes-latin-1", Mistake.WRONG_ENCODING),
          Map.entry("reads-latin-1", Mistake.WRONG_ENCODING),
          Map.entry("has-a-byte-order-mark", Mistake.WRONG_ENCODING),
          Map.entry("speaks-lisp", Mistake.WRONG_LINES),
          Map.entry("speaks-python", Mistake.NOT_A_MESSAGE),
          Map.entry("greets-with-a-banner", Mistake.PROMPT_IN_ANSWER),
          Map.entry("has-a-prompt", Mistake.PROMPT_IN_ANSWER),
          Map.entry("prompts-afterwards", Mistake.PROMPT_IN_ANSWER),
          Map.entry("puts-a-prompt-into-the-value", Mistake.PROMPT_IN_ANSWER),
          Map.entry("prints-directly", Mistake.STRAY_OUTPUT),
          Map.entry("prints-lines-directly", Mistake.STRAY_OUTPUT),
          Map.entry("speaks-version-2", Mistake.WRONG_PROTOCOL_VERSION),
          Map.entry("refuses", Mistake.WRONG_PROTOCOL_VERSION),
          Map.entry("has-no-name", Mistake.HELLO_INCOMPLETE),
          Map.entry("has-no-protocol", Mistake.HELLO_INCOMPLETE),
          Map.entry("answers-without-id", Mistake.ID_NOT_ECHOED),
          Map.entry("answers-with-its-own-id", Mistake.ID_NOT_ECHOED),
          Map.entry("answers-one-late", Mistake.LATE_ID),
          Map.entry("answers-twice", Mistake.ANSWERS_TWICE),
          Map.entry("says-done", Mistake.UNKNOWN_STATUS),
          Map.entry("puts-the-value-into-output", Mistake.VALUE_ON_WRONG_CHANNEL),
          Map.entry("puts-the-value-on-stderr", Mistake.VALUE_ON_WRONG_CHANNEL),
          Map.entry("forgets-the-value", Mistake.NO_VALUE),
          Map.entry("loses-the-output", Mistake.OUTPUT_LOST),
          Map.entry("always-says-42", Mistake.WRONG_VALUE),
          Map.entry("displays", Mistake.DISPLAY_FORM),
          Map.entry("exits-0-after-an-error", Mistake.DIES_AFTER_ERROR),
          Map.entry("completes-after-an-error", Mistake.COMPLETED_AFTER_ERROR),
          Map.entry("invents-a-class", Mistake.ERROR_CLASS_UNKNOWN),
          Map.entry("tells-no-class", Mistake.ERROR_CLASS_UNKNOWN),
          Map.entry("leaks", Mistake.STATE_LEAKS),
          Map.entry("stays-after-the-end", Mistake.DOES_NOT_END),
          Map.entry("fails-at-the-end", Mistake.BAD_EXIT_CODE),
          Map.entry("leaves-a-child", Mistake.CHILD_LEFT_BEHIND),
          Map.entry("claims-the-unknown", Mistake.CLAIM_UNKNOWN),
          Map.entry("claims-too-much", Mistake.CLAIM_REFUTED),
          Map.entry("claims-too-little", Mistake.CLAIM_MISSING));

  private static final Map<String, Mistake> MARKERS =
      Map.ofEntries(
          Map.entry("is-not-there", Mistake.PROGRAM_NOT_FOUND),
          Map.entry("is-no-program", Mistake.NOT_EXECUTABLE),
          Map.entry("dies-at-start", Mistake.DIES_AT_START),
          Map.entry("hangs", Mistake.NO_ANSWER),
          Map.entry("runs-nothing", Mistake.NO_START_MARKER),
          Map.entry("stops-after-the-value", Mistake.NO_END_MARKER),
          Map.entry("marks-on-stderr", Mistake.VALUE_ON_WRONG_CHANNEL),
          Map.entry("puts-the-value-into-output", Mistake.VALUE_ON_WRONG_CHANNEL),
          Map.entry("puts-the-value-on-stderr", Mistake.VALUE_ON_WRONG_CHANNEL),
          Map.entry("forgets-the-value", Mistake.NO_VALUE),
          Map.entry("always-says-42", Mistake.WRONG_VALUE),
          Map.entry("displays", Mistake.DISPLAY_FORM),
          Map.entry("has-a-prompt", Mistake.PROMPT_IN_ANSWER),
          Map.entry("puts-a-prompt-into-the-value", Mistake.PROMPT_IN_ANSWER),
          Map.entry("talks-to-itself", Mistake.STRAY_OUTPUT),
          Map.entry("writes-garbage", Mistake.WRONG_ENCODING),
          Map.entry("writes-latin-1", Mistake.WRONG_ENCODING),
          Map.entry("words-errors-oddly", Mistake.ERROR_CLASS_UNKNOWN),
          Map.entry("exits-0-after-an-error", Mistake.EXIT_0_AFTER_ERROR),
          Map.entry("stays-after-the-end", Mistake.DOES_NOT_END),
          Map.entry("leaves-a-child", Mistake.CHILD_LEFT_BEHIND),
          Map.entry("claims-too-much", Mistake.CLAIM_REFUTED),
          Map.entry("claims-too-little", Mistake.CLAIM_MISSING));

  private static final Map<String, Mistake> LAST_LINE =
      Map.ofEntries(
          Map.entry("dies-at-start", Mistake.DIES_AT_START),
          Map.entry("hangs", Mistake.NO_ANSWER),
          Map.entry("forgets-the-value", Mistake.NO_VALUE),
          Map.entry("puts-the-value-on-stderr", Mistake.VALUE_ON_WRONG_CHANNEL),
          Map.entry("has-a-prompt", Mistake.PROMPT_IN_ANSWER),
          Map.entry("says-goodbye", Mistake.STRAY_OUTPUT),
          Map.entry("always-says-42", Mistake.WRONG_VALUE),
          Map.entry("displays", Mistake.DISPLAY_FORM),
          Map.entry("writes-latin-1", Mistake.WRONG_ENCODING),
          Map.entry("exits-0-after-an-error", Mistake.EXIT_0_AFTER_ERROR),
          Map.entry("words-errors-oddly", Mistake.ERROR_CLASS_UNKNOWN),
          Map.entry("stays-after-the-end", Mistake.DOES_NOT_END));

  private static final Map<String, Mistake> REPL =
      Map.ofEntries(
          Map.entry("dies-at-start", Mistake.DIES_AT_START),
          Map.entry("hangs", Mistake.NO_ANSWER),
          Map.entry("does-not-flush", Mistake.OUTPUT_NOT_FLUSHED),
          Map.entry("has-another-prompt", Mistake.NO_PROMPT),
          Map.entry("puts-a-prompt-into-the-value", Mistake.PROMPT_IN_ANSWER),
          Map.entry("displays", Mistake.DISPLAY_FORM),
          Map.entry("words-errors-oddly", Mistake.ERROR_CLASS_UNKNOWN));

  /** All patients; first the healthy ones. */
  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (String mode : List.of("session", "markers", "last-line", "repl")) {
      cases.add(new Case(mode, "healthy", Optional.empty()));
    }
    cases.add(new Case("session", "has-no-isolation", Optional.empty()));
    add(cases, "session", SESSION);
    add(cases, "markers", MARKERS);
    add(cases, "last-line", LAST_LINE);
    add(cases, "repl", REPL);
    return cases;
  }

  private static void add(List<Case> cases, String mode, Map<String, Mistake> ways) {
    ways.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(way -> cases.add(new Case(mode, way.getKey(), Optional.of(way.getValue()))));
  }

  /** What the doctor says of each, in order. */
  Map<Case, Future<List<Diagnosis>>> examineAll() {
    Map<Case, Future<List<Diagnosis>>> all = new LinkedHashMap<>();
    try (ExecutorService doctors = Executors.newFixedThreadPool(BEDS)) {
      for (Case patient : cases()) {
        all.put(patient, doctors.submit(() -> examine(patient)));
      }
    }
    return all;
  }

  /** Prints what each patient does and what the doctor says; ends with 1 if that is wrong. */
  public static void main(String[] arguments) throws Exception {
    int wrong = 0;
    for (Map.Entry<Case, Future<List<Diagnosis>>> each :
        new Ward(Files.createTempDirectory("ward")).examineAll().entrySet()) {
      List<String> found = each.getValue().get().stream().map(d -> d.mistake().id()).toList();
      List<String> expected = each.getKey().expected().stream().map(Mistake::id).toList();
      boolean right = found.equals(expected);
      wrong += right ? 0 : 1;
      System.out.printf(
          "%-4s %-9s %-28s %s%n",
          right ? "ok" : "BAD",
          each.getKey().mode(),
          each.getKey().way(),
          found.isEmpty() ? "healthy" : String.join(", ", found));
    }
    System.exit(wrong == 0 ? 0 : 1);
  }

  /** What the doctor says of a patient. */
  List<Diagnosis> examine(Case patient) throws InterruptedException {
    SubjectDescription description =
        Subjects.read("patient.yaml", file(patient), directory, language);
    return new Doctor(language).examine(description);
  }

  private String file(Case patient) {
    String markers =
        """
        markers:
          start: "mark {nonce}S"
          value: "value {nonce} {form}"
          end: "mark {nonce}E"
        """;
    String own =
        switch (patient.mode()) {
          case "session" -> "lines: json\n";
          case "markers" -> markers;
          case "repl" -> "prompt: '> '\n";
          default -> "";
        };
    String features =
        switch (patient.way()) {
          case "claims-too-much" -> "[quote, pairs]";
          case "claims-too-little" -> "[]";
          default -> "[quote]";
        };
    // What hello says of claims counts only where the file is silent; most patients are not asked.
    return "name: patient\nmode: %s\ncommand: [%s]\n%s%s%sfeatures: %s\n"
        .formatted(
            patient.mode(),
            String.join(", ", command(patient)),
            own,
            errors(patient),
            limits(patient),
            features);
  }

  private static String limits(Case patient) {
    String time =
        switch (patient.way()) {
          case "says-nothing", "hangs" -> "1s";
          case "does-not-flush", "ends-no-line", "stays-after-the-end", "has-another-prompt" ->
              "5s";
          default -> "30s";
        };
    return "limits: { time: %s, start: %s, output: 100000 }\n".formatted(time, time);
  }

  private static String errors(Case patient) {
    return patient.way().equals("tells-no-class") ? "" : ERRORS;
  }

  private List<String> command(Case patient) {
    List<String> command = new ArrayList<>();
    switch (patient.way()) {
      case "is-not-there" -> command.add("no-such-program-here");
      case "is-no-program" -> command.add(script("is-no-program", "#!/bin/sh\n", false));
      case "has-no-interpreter" ->
          command.add(script("has-no-interpreter", "#!/no/such/interpreter\n", true));
      default -> command.addAll(java());
    }
    command.add(patient.mode());
    command.add(patient.way());
    if (!patient.mode().equals("session") && !patient.mode().equals("repl")) {
      command.add("'{file}'");
    }
    return command;
  }

  private String script(String name, String text, boolean executable) {
    try {
      Path script = Files.writeString(directory.resolve(name), text);
      if (executable && !script.toFile().setExecutable(true)) {
        throw new IllegalStateException("cannot make a program of " + script);
      }
      return quoted(script.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> java() {
    String home = System.getProperty("java.home");
    return List.of(
        quoted(Path.of(home, "bin", "java").toString()),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        "-cp",
        quoted(classes()),
        Patient.class.getName());
  }

  /** Where the classes of the patients are. */
  private static String classes() {
    return Path.of(
            java.net.URI.create(
                Objects.requireNonNull(Patient.class.getProtectionDomain().getCodeSource())
                    .getLocation()
                    .toString()))
        .toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static Language language() {
    try (InputStream stream = Ward.class.getResourceAsStream("/touchstone/spec/features.yaml")) {
      FeaturesLoader loader = new FeaturesLoader(new Problems());
      loader.read("features.yaml", Objects.requireNonNull(stream).readAllBytes());
      return loader.language(Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
