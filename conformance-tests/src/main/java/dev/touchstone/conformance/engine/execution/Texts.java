package dev.touchstone.conformance.engine.execution;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.subject.Outcome;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Programs, bindings and outcomes as texts for people. */
public final class Texts {
  private Texts() {}

  /** The whole program; further files follow it, each under a comment with its path. */
  public static String program(Program program) {
    return switch (program) {
      case Program.Scheme(String main, Map<String, String> files) ->
          main
              + new TreeMap<>(files)
                  .entrySet().stream()
                      .map(file -> "\n;; file: " + file.getKey() + "\n" + file.getValue())
                      .collect(Collectors.joining());
      case Program.Assembly(String text) -> text;
    };
  }

  /** {@code N=10000}; empty where nothing varies. */
  public static String bindings(Map<String, String> bindings) {
    return new TreeMap<>(bindings)
        .entrySet().stream()
            .map(binding -> binding.getKey() + "=" + binding.getValue())
            .collect(Collectors.joining(" "));
  }

  /** An outcome in a few words. */
  public static String outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Completed(var values, boolean hasValue) ->
          hasValue ? "value " + String.join(", ", values) : "completed";
      case Outcome.Failed(var errorClass, var phase, String message) ->
          "error "
              + errorClass.id()
              + phase.map(known -> " (" + known.id() + ")").orElse("")
              + (message.isEmpty() ? "" : ": " + message);
      case Outcome.Exited(int code) -> "exit " + code;
      case Outcome.Exhausted(String limit) -> "exhausted: " + limit;
      case Outcome.Crashed(String what) -> "crash: " + what;
      case Outcome.TimedOut(long milliseconds) -> "timeout after " + milliseconds + " ms";
      case Outcome.ProtocolError(String what) -> "protocol error: " + what;
      case Outcome.Unsupported(String why) -> "unsupported: " + why;
      case Outcome.NotRun(String why) -> "not run: " + why;
    };
  }

  /** What differs in two texts, by line; empty where each is one line. */
  public static String difference(String expected, String actual) {
    if (!expected.strip().contains("\n") && !actual.strip().contains("\n")) {
      return "";
    }
    List<String> before = expected.lines().toList();
    List<String> after = actual.lines().toList();
    return String.join(
        "\n",
        UnifiedDiffUtils.generateUnifiedDiff(
            "expected", "actual", before, DiffUtils.diff(before, after), 3));
  }

  /** The first {@code limit} characters, and how many were left out. */
  public static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end) + "\n... (%d more characters)".formatted(text.length() - end);
  }
}
