package dev.touchstone.vm.expand;

import dev.touchstone.vm.reader.Syntax;
import java.util.List;

/** What a pattern variable stands for in one use of a macro. */
sealed interface Match {
  /** A part of the use. */
  record One(Syntax syntax) implements Match {}

  /** What it stands for in each of the parts that an ellipsis has matched. */
  sealed interface Several extends Match {
    /** How many parts these are. */
    int size();

    /** What it stands for in one of them. */
    Match get(int index);
  }

  /** That, where each part is itself what the variable stands for. */
  record Run(List<Syntax> parts) implements Several {
    @Override
    public int size() {
      return parts.size();
    }

    @Override
    public Match get(int index) {
      return new One(parts.get(index));
    }
  }

  /** That, where the variable stands within the parts. */
  record Many(List<Match> matches) implements Several {
    @Override
    public int size() {
      return matches.size();
    }

    @Override
    public Match get(int index) {
      return matches.get(index);
    }
  }
}
