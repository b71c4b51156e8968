package dev.touchstone.conformance.subject;

import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a subject words the portable classes of errors.
 *
 * @param stream where it words them
 * @param patterns in the order in which they are tried; the first that is found anywhere wins
 */
public record ErrorPatterns(Stream stream, List<ErrorPattern> patterns) {
  /** A stream of a process. */
  public enum Stream {
    STDOUT,
    STDERR,
    BOTH
  }

  /**
   * A wording.
   *
   * @param match what is found in the message; {@code ^} and {@code $} stand for its lines' ends
   * @param phase where this wording tells it
   */
  public record ErrorPattern(Pattern match, ErrorClass errorClass, Optional<Phase> phase) {}

  /** No patterns: every error looks like a crash. */
  public static final ErrorPatterns NONE = new ErrorPatterns(Stream.STDERR, List.of());

  /** Copies the list. */
  public ErrorPatterns {
    patterns = List.copyOf(patterns);
  }

  /** The error that these streams tell of, if a pattern knows it. */
  Optional<Outcome.Failed> match(String stdout, String stderr) {
    String text =
        switch (stream) {
          case STDOUT -> stdout;
          case STDERR -> stderr;
          case BOTH -> stderr + "\n" + stdout;
        };
    return match(text);
  }

  /** The error that a message tells of, if a pattern knows it. */
  public Optional<Outcome.Failed> match(String text) {
    for (ErrorPattern pattern : patterns) {
      Matcher matcher = pattern.match().matcher(text);
      if (matcher.find()) {
        return Optional.of(
            new Outcome.Failed(
                pattern.errorClass(), pattern.phase(), lineAt(text, matcher.start())));
      }
    }
    return Optional.empty();
  }

  private static String lineAt(String text, int index) {
    int from = text.lastIndexOf('\n', Math.max(0, index - 1)) + 1;
    int to = text.indexOf('\n', index);
    return text.substring(Math.min(from, index), to < 0 ? text.length() : to).strip();
  }
}
