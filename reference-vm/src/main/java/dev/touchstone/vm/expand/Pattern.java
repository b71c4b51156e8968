package dev.touchstone.vm.expand;

import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a part of a macro's use may look like (R7RS 4.3.2). */
sealed interface Pattern {
  /** {@code _}: anything. */
  record Anything() implements Pattern {}

  /** A pattern variable: anything, and the template may refer to it. */
  record Part(Part.Variable variable) implements Pattern {
    /**
     * A pattern variable.
     *
     * @param number its place among those of the rule
     * @param depth how many ellipses follow what it stands in
     */
    record Variable(Symbol name, int number, int depth) {}
  }

  /** A literal: the identifier that means the same. */
  record Word(Symbol name) implements Pattern {}

  /** A datum that is no symbol: one that is {@code equal?} to it. */
  record Constant(Value value) implements Pattern {}

  /**
   * A list or a vector: {@code (before ... repeated <ellipsis> after ... . tail)}.
   *
   * @param repeated what is followed by an ellipsis, or null if nothing is
   * @param variables the numbers of the pattern variables in that
   * @param tail what stands after the dot, or null
   */
  record Sequence(
      List<Pattern> before,
      @Nullable Pattern repeated,
      List<Integer> variables,
      List<Pattern> after,
      @Nullable Pattern tail,
      boolean isVector)
      implements Pattern {}
}
