package dev.touchstone.vm.expand;

import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists as syntax, whichever way they were written: {@code (a . (b c))} is {@code (a b c)}. */
final class Lists {
  private Lists() {}

  /** The same list, with no list after its dot. */
  static Syntax.ListForm flat(Syntax.ListForm list) {
    if (!(list.tail() instanceof Syntax.ListForm)) {
      return list;
    }
    List<Syntax> items = new ArrayList<>(list.items());
    @Nullable Syntax tail = list.tail();
    while (tail instanceof Syntax.ListForm more) {
      items.addAll(more.items());
      tail = more.tail();
    }
    return new Syntax.ListForm(items, tail, list.span());
  }

  /** A list of those items and that tail; without items, the tail itself. */
  static Syntax of(List<Syntax> items, @Nullable Syntax tail, Span span) {
    if (items.isEmpty() && tail != null) {
      return tail;
    }
    return flat(new Syntax.ListForm(items, tail, span));
  }

  /** The span from one part to another; that of the first, if the parts are in another order. */
  static Span around(Syntax first, Syntax last) {
    Span from = first.span();
    Span to = last.span();
    return from.source() == to.source() && from.start() <= to.end()
        ? new Span(from.source(), from.start(), to.end())
        : from;
  }
}
