package dev.touchstone.vm.expand;

import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule replaces a use of the macro by (R7RS 4.3.2). */
sealed interface Template extends TemplateElement {
  /**
   * An identifier that is no pattern variable.
   *
   * @param number its place among those of the template
   */
  record Inserted(Symbol name, int number) implements Template {}

  /** A datum that is no symbol. */
  record Constant(Value value) implements Template {}

  /** A pattern variable. */
  record Part(Occurrence occurrence) implements Template {}

  /** A list, perhaps with a tail after a dot, or a vector. */
  record Sequence(List<TemplateElement> elements, @Nullable Template tail, boolean isVector)
      implements Template {}

  /** One occurrence of a pattern variable in a template. */
  final class Occurrence {
    private final Pattern.Part.Variable variable;
    private final int number;
    private final int ellipses;
    private boolean innermost;

    /**
     * An occurrence.
     *
     * @param number its place among those of the template
     * @param ellipses how many follow it, or what it stands in; no fewer than in the pattern
     */
    Occurrence(Pattern.Part.Variable variable, int number, int ellipses) {
      this.variable = variable;
      this.number = number;
      this.ellipses = ellipses;
    }

    Pattern.Part.Variable variable() {
      return variable;
    }

    int number() {
      return number;
    }

    /**
     * Whether the ellipsis of that level goes through what the variable stands for. If there are
     * more ellipses than in the pattern, the outermost do, unless one of the inner would then have
     * nothing to go through.
     *
     * @param level how many ellipses there are around, that one included; from 1
     */
    boolean isRepeatedAt(int level) {
      return innermost ? level > ellipses - variable.depth() : level <= variable.depth();
    }

    /** From now on its innermost ellipses go through it. */
    void takeInnermost() {
      innermost = true;
    }
  }

  /** An ellipsis. */
  final class Level {
    private final int number;
    private final List<Occurrence> occurrences = new ArrayList<>();
    private List<Occurrence> repeated = List.of();

    /**
     * An ellipsis.
     *
     * @param number how many ellipses there are around, this one included; from 1
     */
    Level(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }

    /** All in the template that it follows. */
    List<Occurrence> occurrences() {
      return occurrences;
    }

    /** Those that it goes through, when all of the template is known. */
    List<Occurrence> repeated() {
      return repeated;
    }

    /** From now on it is known what it goes through. */
    void settle() {
      repeated = occurrences.stream().filter(o -> o.isRepeatedAt(number)).toList();
    }
  }
}
