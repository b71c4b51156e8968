package dev.touchstone.conformance.subject;

import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import java.util.List;
import java.util.Optional;

/** How one run ended, as the runner saw it. */
public sealed interface Outcome {
  /**
   * The program ran to its end.
   *
   * @param values the values of the last form as written forms; empty if it has none or none was
   *     asked for; an opaque value is its kind in the form {@code #<procedure>}, {@code
   *     #<promise>}, {@code #<port>}, {@code #<eof>}
   * @param hasValue whether the last form was an expression
   */
  record Completed(List<String> values, boolean hasValue) implements Outcome {
    /** Copies the list. */
    public Completed {
      values = List.copyOf(values);
    }
  }

  /**
   * An uncaught error.
   *
   * @param phase where the subject reports one
   * @param message as the subject words it; never compared
   */
  record Failed(ErrorClass errorClass, Optional<Phase> phase, String message) implements Outcome {}

  /** The program ended itself by {@code exit}, and the subject reports that. */
  record Exited(int code) implements Outcome {}

  /** A limit was reached: {@code steps}, {@code stack}, {@code output}, ... */
  record Exhausted(String limit) implements Outcome {}

  /**
   * The process ended without telling an end, was killed by a signal, or failed in a way that no
   * pattern knows.
   */
  record Crashed(String what) implements Outcome {}

  /** Wall time was over. */
  record TimedOut(long milliseconds) implements Outcome {}

  /** The subject said something that is no protocol. */
  record ProtocolError(String what) implements Outcome {}

  /** The subject cannot run this program at all, and says why. */
  record Unsupported(String why) implements Outcome {}

  /** The subject could not be started. */
  record NotRun(String why) implements Outcome {}
}
