package dev.touchstone.vm.value;

/**
 * A promise (R7RS 4.2.5). It is either forced, and has a value, or has a thunk that computes
 * another promise. When that is known, both become one: they share what is known of either from
 * then on, so that a chain of any length is forced in constant space.
 */
public final class Promise extends Value {
  /** What promises that have become one share. */
  private static final class State {
    boolean forced;

    /** The value, or the thunk. */
    Value content;

    State(boolean forced, Value content) {
      this.forced = forced;
      this.content = content;
    }
  }

  private State state;

  private Promise(State state) {
    this.state = state;
  }

  /** A promise that has its value. */
  public static Promise forced(Value value) {
    return new Promise(new State(true, value));
  }

  /** A promise to call a thunk that returns a promise. */
  public static Promise delayed(Value thunk) {
    return new Promise(new State(false, thunk));
  }

  /** Whether it has its value. */
  public boolean isForced() {
    return state.forced;
  }

  /** Its value if it is forced, else its thunk. */
  public Value content() {
    return state.content;
  }

  /** Becomes one with the promise that its thunk has returned, unless it has been forced since. */
  public void become(Promise other) {
    if (!state.forced) {
      state.forced = other.state.forced;
      state.content = other.state.content;
      other.state = state;
    }
  }
}
