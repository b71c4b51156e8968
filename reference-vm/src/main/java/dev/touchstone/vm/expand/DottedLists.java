package dev.touchstone.vm.expand;

import dev.touchstone.vm.reader.Syntax;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Forms as they are without dots that need not be there: {@code (f . (x))} is {@code (f x)} (R7RS
 * 6.4), wherever in a program it stands. It may be nested to any depth.
 */
final class DottedLists {
  private DottedLists() {}

  /** A datum whose parts are being gone through. */
  private record Open(Syntax whole, List<Syntax> parts, List<Syntax> done) {
    static Open of(Syntax syntax) {
      Syntax whole = syntax instanceof Syntax.ListForm list ? Lists.flat(list) : syntax;
      return new Open(whole, DottedLists.parts(whole), new ArrayList<>());
    }

    boolean isComplete() {
      return done.size() == parts.size();
    }
  }

  /** The same form, in which no list stands after a dot. */
  static Syntax flattened(Syntax form) {
    return hasListAfterDot(form) ? rebuilt(form) : form;
  }

  private static boolean hasListAfterDot(Syntax form) {
    Deque<Syntax> pending = new ArrayDeque<>();
    pending.push(form);
    while (!pending.isEmpty()) {
      Syntax next = pending.pop();
      if (next instanceof Syntax.ListForm list && list.tail() instanceof Syntax.ListForm) {
        return true;
      }
      parts(next).forEach(pending::push);
    }
    return false;
  }

  private static Syntax rebuilt(Syntax form) {
    Deque<Open> open = new ArrayDeque<>();
    open.push(Open.of(form));
    while (true) {
      Open innermost = open.element();
      if (!innermost.isComplete()) {
        open.push(Open.of(innermost.parts().get(innermost.done().size())));
        continue;
      }
      open.pop();
      Syntax made = with(innermost.whole(), innermost.done());
      if (open.isEmpty()) {
        return made;
      }
      open.element().done().add(made);
    }
  }

  private static List<Syntax> parts(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Atom _, Syntax.LabelReference _ -> List.of();
      case Syntax.VectorForm vector -> vector.items();
      case Syntax.Labelled labelled -> List.of(labelled.datum());
      case Syntax.ListForm list when list.tail() == null -> list.items();
      case Syntax.ListForm list -> {
        List<Syntax> parts = new ArrayList<>(list.items());
        parts.add(list.tail());
        yield parts;
      }
    };
  }

  private static Syntax with(Syntax whole, List<Syntax> parts) {
    return switch (whole) {
      case Syntax.Atom _, Syntax.LabelReference _ -> whole;
      case Syntax.VectorForm vector -> new Syntax.VectorForm(parts, vector.span());
      case Syntax.Labelled l -> new Syntax.Labelled(l.label(), parts.getFirst(), l.span());
      case Syntax.ListForm list when list.tail() == null ->
          new Syntax.ListForm(parts, null, list.span());
      case Syntax.ListForm list ->
          new Syntax.ListForm(parts.subList(0, parts.size() - 1), parts.getLast(), list.span());
    };
  }
}
