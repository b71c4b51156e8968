package dev.touchstone.vm.definitional;

import dev.touchstone.vm.machine.Dynamics;
import dev.touchstone.vm.machine.Outcome;
import dev.touchstone.vm.source.Span;

/**
 * A state of the machine. The store, which is the content of all locations, pairs and so on, is not
 * part of it: it is Java's heap, and a rule that changes it does so in place.
 */
sealed interface State {
  /** A state in which something is still to be done; each has its rules. */
  sealed interface Running extends State permits Eval, Return, Apply {
    /**
     * The next state, by the one rule that fits.
     *
     * @throws dev.touchstone.vm.value.SchemeError if the state is in error
     */
    State step(Evaluator run);

    /** The dynamic state. */
    Dynamics d();

    /** The continuation. */
    Continuation k();

    /** The expression that messages name if the state is in error. */
    Span place();
  }

  /** The run has ended. */
  record End(Outcome outcome) implements State {}
}
