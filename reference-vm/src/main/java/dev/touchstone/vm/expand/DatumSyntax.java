package dev.touchstone.vm.expand;

import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Sharing;
import dev.touchstone.vm.value.Value;
import dev.touchstone.vm.value.Vector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Data as syntax: what {@code eval} is given. Iterative, since data may be nested to any depth; a
 * cycle becomes a label and a reference to it.
 */
final class DatumSyntax {
  private final Span span;
  private final IdentityHashMap<Syntax, Value> objects;
  private final IdentityHashMap<Value, Integer> labels = new IdentityHashMap<>();
  private final Deque<Opened> opened = new ArrayDeque<>();
  private Set<Value> cyclic = Set.of();

  /**
   * A conversion.
   *
   * @param span of all parts
   * @param objects gets the compound objects that parts were made of
   */
  DatumSyntax(Span span, IdentityHashMap<Syntax, Value> objects) {
    this.span = span;
    this.objects = objects;
  }

  /** A pair or vector of which some parts have been converted. */
  private static final class Opened {
    private final Value object;
    private final List<Syntax> items = new ArrayList<>();
    private @Nullable Syntax tail;

    /** Of a list what is left of it; null once its tail is converted. */
    private @Nullable Value rest;

    private Opened(Value object) {
      this.object = object;
      this.rest = object;
    }
  }

  /** The syntax of a datum. */
  Syntax of(Value datum) {
    cyclic = Sharing.cycles(datum);
    Syntax done = part(datum);
    while (!opened.isEmpty()) {
      Opened top = opened.getFirst();
      if (done != null) {
        accept(top, done);
      }
      Value next = next(top);
      if (next == null) {
        opened.removeFirst();
        done = closed(top);
      } else {
        done = part(next);
      }
    }
    return Objects.requireNonNull(done);
  }

  /** A part without parts, or a reference; null if it has been opened. */
  private @Nullable Syntax part(Value value) {
    if (!(value instanceof Pair) && !(value instanceof Vector)) {
      return value instanceof EmptyList
          ? new Syntax.ListForm(List.of(), null, span)
          : new Syntax.Atom(value, span);
    }
    Integer label = labels.get(value);
    if (label != null) {
      return new Syntax.LabelReference(label, span);
    }
    if (cyclic.contains(value)) {
      labels.put(value, labels.size());
    }
    opened.addFirst(new Opened(value));
    return null;
  }

  private void accept(Opened top, Syntax part) {
    if (top.object instanceof Pair && top.rest == null) {
      top.tail = part;
    } else {
      top.items.add(part);
    }
  }

  /** The next part to be converted, or null if there is none left. */
  private @Nullable Value next(Opened top) {
    if (top.object instanceof Vector vector) {
      return top.items.size() < vector.length() ? vector.get(top.items.size()) : null;
    }
    Value rest = top.rest;
    if (rest == null || rest instanceof EmptyList) {
      return null;
    }
    if (rest instanceof Pair pair && (top.items.isEmpty() || !cyclic.contains(pair))) {
      top.rest = pair.cdr();
      return pair.car();
    }
    top.rest = null;
    return rest;
  }

  private Syntax closed(Opened top) {
    Syntax syntax =
        top.object instanceof Vector
            ? new Syntax.VectorForm(top.items, span)
            : new Syntax.ListForm(top.items, top.tail, span);
    Integer label = labels.get(top.object);
    if (label != null) {
      syntax = new Syntax.Labelled(label, syntax, span);
    }
    objects.put(syntax, top.object);
    return syntax;
  }
}
