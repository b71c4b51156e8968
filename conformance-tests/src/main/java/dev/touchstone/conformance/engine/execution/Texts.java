package dev.touchstone.conformance.engine.execution;

import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.subject.Outcome;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Programs, bindings and outcomes as texts for people. */
final class Texts {
  private Texts() {}

  /** The whole program; further files follow it, each under a comment with its path. */
  static String program(Program program) {
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
  static String bindings(Map<String, String> bindings) {
    return new TreeMap<>(bindings)
        .entrySet().stream()
            .map(binding -> binding.getKey() + "=" + binding.getValue())
            .collect(Collectors.joining(" "));
  }

  /** An outcome in a few words. */
  static String outcome(Outcome outcome) {
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

  /** The first {@code limit} characters, and how many were left out. */
  static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end) + "\n... (%d more characters)".formatted(text.length() - end);
  }
}
