package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayDeque;
import java.util.Deque;

/** Literal data; they may be nested to any depth. */
final class Literals {
  private Literals() {}

  /** The constant that a datum denotes, which macros may have made out of proportion. */
  static Core constant(Syntax datum, Uses uses) {
    uses.literal(parts(datum, uses.literalLimit()), datum);
    return constant(datum);
  }

  /** How many parts a datum has; one more than the limit if they are more. */
  private static long parts(Syntax datum, long limit) {
    Deque<Syntax> pending = new ArrayDeque<>();
    pending.push(datum);
    long parts = 0;
    while (!pending.isEmpty() && parts <= limit) {
      parts++;
      pushParts(pending.pop(), pending);
    }
    return parts;
  }

  private static void pushParts(Syntax datum, Deque<Syntax> pending) {
    switch (datum) {
      case Syntax.ListForm list -> {
        list.items().forEach(pending::push);
        if (list.tail() != null) {
          pending.push(list.tail());
        }
      }
      case Syntax.VectorForm vector -> vector.items().forEach(pending::push);
      case Syntax.Labelled labelled -> pending.push(labelled.datum());
      case Syntax.Atom _, Syntax.LabelReference _ -> {}
    }
  }

  /** The constant that a datum denotes. */
  static Core constant(Syntax datum) {
    return new Core.Const(DatumReader.toValue(datum), datum.span());
  }

  /** A labelled datum, which must evaluate to itself. */
  static Core labelled(Syntax.Labelled labelled, Uses uses) {
    Syntax bare = labelled;
    while (bare instanceof Syntax.Labelled inner) {
      bare = inner.datum();
    }
    return switch (bare) {
      case Syntax.VectorForm _ -> constant(labelled, uses);
      case Syntax.Atom atom when !(atom.datum() instanceof Symbol) -> constant(labelled, uses);
      case Syntax.Atom _, Syntax.ListForm _, Syntax.Labelled _, Syntax.LabelReference _ ->
          throw Rejection.malformed(labelled, "A datum label stands outside a literal.");
    };
  }
}
