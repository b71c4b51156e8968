package dev.touchstone.vm.api;

import dev.touchstone.vm.source.Diagnostic;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a run ended. */
public sealed interface Completion {
  /**
   * The program ran to its end.
   *
   * @param values the values of the last top-level form
   * @param hasValue whether the last form is an expression; if not, there are no values
   */
  record Returned(List<Value> values, boolean hasValue, Counters counters) implements Completion {
    /** Copies the values. */
    public Returned {
      values = List.copyOf(values);
    }
  }

  /** The program was rejected before it ran. */
  record Rejected(Diagnostic diagnostic) implements Completion {}

  /**
   * An object was raised and not handled.
   *
   * @param payload what was raised: a {@link dev.touchstone.vm.value.Condition}, or any value
   * @param span where, if known
   * @param callStack the pending calls, innermost first; at most the innermost 20
   */
  record Raised(Value payload, @Nullable Span span, List<CallSite> callStack, Counters counters)
      implements Completion {
    /** Copies the call stack. */
    public Raised {
      callStack = List.copyOf(callStack);
    }
  }

  /**
   * A limit was reached.
   *
   * @param limit {@code steps}, {@code stack}, {@code allocation}, {@code output}, {@code time} or
   *     {@code interrupt}
   */
  record Exhausted(String limit, Counters counters) implements Completion {}

  /** The program called {@code exit}. */
  record Exited(int code, Counters counters) implements Completion {}

  /**
   * A pending call.
   *
   * @param procedure the name of the procedure whose body contains the call
   * @param span the call, if known
   */
  record CallSite(String procedure, @Nullable Span span) {}
}
