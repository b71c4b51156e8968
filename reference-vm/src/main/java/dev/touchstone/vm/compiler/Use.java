package dev.touchstone.vm.compiler;

/** What becomes of an expression's value, or values. */
sealed interface Use {
  /** Whether nobody wants the value. */
  default boolean isDropped() {
    return this == Simple.DROP || this == Simple.DROP_ONE;
  }

  /** How many values it leaves on the stack. */
  default int pushes() {
    return switch (this) {
      case Simple.PUSH -> 1;
      case Simple.DROP, Simple.DROP_ONE, Simple.RETURN -> 0;
      case Receive(int fixed, boolean rest) -> rest ? fixed + 1 : fixed;
    };
  }

  /** A use that any expression can be put to as it is. */
  enum Simple implements Use {
    /** One value goes on top of the stack. */
    PUSH,
    /** Nobody wants the values, however many there are. */
    DROP,
    /** A variable that nobody refers to: there must be one value, and nobody wants it. */
    DROP_ONE,
    /** They are the procedure's result. */
    RETURN
  }

  /**
   * So many values go onto the stack, and a list of further ones if a rest is taken.
   *
   * @param fixed how many there must be at least
   */
  record Receive(int fixed, boolean rest) implements Use {}
}
