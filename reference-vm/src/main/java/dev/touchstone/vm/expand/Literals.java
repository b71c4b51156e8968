package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.value.Symbol;

/** Literal data; they may be nested to any depth. */
final class Literals {
  private Literals() {}

  /** The constant that a datum denotes. */
  static Core constant(Syntax datum) {
    return new Core.Const(DatumReader.toValue(datum), datum.span());
  }

  /** A labelled datum, which must evaluate to itself. */
  static Core labelled(Syntax.Labelled labelled) {
    Syntax bare = labelled;
    while (bare instanceof Syntax.Labelled inner) {
      bare = inner.datum();
    }
    return switch (bare) {
      case Syntax.VectorForm _ -> constant(labelled);
      case Syntax.Atom atom when !(atom.datum() instanceof Symbol) -> constant(labelled);
      case Syntax.Atom _, Syntax.ListForm _, Syntax.Labelled _, Syntax.LabelReference _ ->
          throw Rejection.malformed(labelled, "A datum label stands outside a literal.");
    };
  }
}
