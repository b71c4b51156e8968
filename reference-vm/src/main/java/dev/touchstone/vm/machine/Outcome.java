package dev.touchstone.vm.machine;

import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Value;
import java.util.List;

/** How a run of the machine ended. */
public sealed interface Outcome {
  /** The program's main procedure returned any number of values. */
  record Done(List<Value> values) implements Outcome {
    /** Copies the values. */
    public Done {
      values = List.copyOf(values);
    }
  }

  /**
   * An error that nobody handled.
   *
   * @param payload what was raised
   * @param span the expression of the program that raised it
   * @param calls the calls that were pending, innermost first, the expression itself included; at
   *     most {@link #MOST_CALLS}
   */
  record Uncaught(Value payload, Span span, List<PendingCall> calls) implements Outcome {
    /** How many calls are told. */
    public static final int MOST_CALLS = 20;

    /** Copies the calls. */
    public Uncaught {
      calls = List.copyOf(calls);
    }
  }

  /** The program has ended itself, with that code. */
  record Exited(int code) implements Outcome {}

  /** A limit was reached: one of {@link Exhaustion}'s. */
  record Exhausted(String limit) implements Outcome {}

  /**
   * A pending call.
   *
   * @param procedure the name of the procedure whose body contains it
   * @param span where in that body
   */
  record PendingCall(String procedure, Span span) {}
}
