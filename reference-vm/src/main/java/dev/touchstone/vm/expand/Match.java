package dev.touchstone.vm.expand;

import dev.touchstone.vm.reader.Syntax;
import java.util.List;

/** What a pattern variable stands for in one use of a macro. */
sealed interface Match {
  /** A part of the use. */
  record One(Syntax syntax) implements Match {}

  /** What it stands for in each of the parts that an ellipsis has matched. */
  record Many(List<Match> matches) implements Match {}
}
