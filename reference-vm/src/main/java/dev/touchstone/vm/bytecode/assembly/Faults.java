package dev.touchstone.vm.bytecode.assembly;

import dev.touchstone.vm.source.Diagnostic;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Symbol;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Makes the diagnostics of assembly: phase {@code read}, class {@code syntax}. */
final class Faults {
  private static final int MOST_LETTERS = 60;

  private Faults() {}

  static DiagnosticException at(Span span, String message) {
    return new DiagnosticException(new Diagnostic(Phase.READ, ErrorClass.SYNTAX, message, span));
  }

  /** Something is called that by nobody, and may be a slip of the pen for something known. */
  static DiagnosticException unknown(
      Span span, String what, String name, Collection<String> known) {
    String suggestion = nearest(name, known).map(n -> " Is " + n + " meant?").orElse("");
    return at(span, "There is no " + what + " " + name(name) + "." + suggestion);
  }

  /** A name as it is written in the text. */
  static String written(String name) {
    return Printer.write(Symbol.of(name));
  }

  /** The same for a message, cut if it is long. */
  static String name(String name) {
    String written = written(name);
    return written.length() <= MOST_LETTERS ? written : written.substring(0, MOST_LETTERS) + "...";
  }

  /** The known name that differs least, if at most a third of its letters, or one, differ. */
  private static Optional<String> nearest(String name, Collection<String> known) {
    if (name.length() > MOST_LETTERS) {
      return Optional.empty();
    }
    int limit = Math.max(1, name.length() / 3);
    return known.stream()
        .filter(candidate -> Math.abs(candidate.length() - name.length()) <= limit)
        .filter(candidate -> distance(name, candidate) <= limit)
        .min(
            Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** How many letters have to be put in, left out or replaced; the case of letters is nothing. */
  private static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] now = new int[other.length() + 1];
      now[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        boolean same =
            Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
        now[j] = Math.min(before[j - 1] + (same ? 0 : 1), 1 + Math.min(before[j], now[j - 1]));
      }
      before = now;
    }
    return before[other.length()];
  }
}
