package dev.touchstone.vm.reader;

import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Bytevector;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;
import dev.touchstone.vm.value.Vector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the value that a syntax denotes. Pairs and vectors are made before their parts, which are
 * put in later: so labels need no second kind of value, and nesting costs no Java stack.
 */
final class ValueBuilder {
  /** Whether what is made is constant, as literals of programs are. */
  private final boolean literal;

  private final Deque<Runnable> unfilled = new ArrayDeque<>();
  private final List<Reference> references = new ArrayList<>();
  private final Map<Integer, Value> labelled = new HashMap<>();

  /** Labels of data that are references themselves, as in {@code #1=#0#}. */
  private final Map<Integer, Syntax.LabelReference> aliases = new HashMap<>();

  /** A reference, and where its value belongs. */
  private record Reference(Syntax.LabelReference syntax, Consumer<Value> place) {}

  ValueBuilder(boolean literal) {
    this.literal = literal;
  }

  Value build(Syntax syntax) {
    Value[] whole = {Unspecified.INSTANCE};
    put(syntax, value -> whole[0] = value);
    while (!unfilled.isEmpty()) {
      unfilled.pop().run();
    }
    for (Reference reference : references) {
      reference.place().accept(resolve(reference.syntax()));
    }
    return whole[0];
  }

  /** Puts the value of a syntax into its place, now or when labels are known. */
  private void put(Syntax syntax, Consumer<Value> place) {
    Syntax bare = syntax;
    List<Integer> names = List.of();
    while (bare instanceof Syntax.Labelled labelledSyntax) {
      names = names.isEmpty() ? new ArrayList<>() : names;
      names.add(labelledSyntax.label());
      bare = labelledSyntax.datum();
    }
    if (bare instanceof Syntax.LabelReference reference) {
      names.forEach(name -> aliases.put(name, reference));
      references.add(new Reference(reference, place));
      return;
    }
    Value value = begin(bare);
    names.forEach(name -> labelled.put(name, value));
    place.accept(value);
  }

  private Value begin(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Atom(Symbol name, Span _) -> name.written();
      case Syntax.Atom atom -> literal ? atom.datum() : fresh(atom.datum());
      case Syntax.VectorForm form -> beginVector(form);
      case Syntax.ListForm form -> beginList(form.items(), form.tail());
      case Syntax.Labelled _, Syntax.LabelReference _ ->
          throw new IllegalStateException("labels have been taken off before");
    };
  }

  private Value beginVector(Syntax.VectorForm form) {
    Value[] blank = new Value[form.items().size()];
    Arrays.fill(blank, Unspecified.INSTANCE);
    Vector vector = literal ? Vector.literal(blank) : Vector.of(blank);
    unfilled.push(() -> fill(vector, form.items()));
    return vector;
  }

  private void fill(Vector vector, List<Syntax> items) {
    for (int i = 0; i < items.size(); i++) {
      int index = i;
      put(items.get(i), value -> vector.set(index, value));
    }
  }

  private Value beginList(List<Syntax> items, @Nullable Syntax tail) {
    if (items.isEmpty()) {
      return EmptyList.INSTANCE;
    }
    Pair first = blankPair();
    unfilled.push(() -> fill(first, items, tail));
    return first;
  }

  private void fill(Pair first, List<Syntax> items, @Nullable Syntax tail) {
    Pair last = first;
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        Pair next = blankPair();
        last.setCdr(next);
        last = next;
      }
      put(items.get(i), last::setCar);
    }
    if (tail != null) {
      put(tail, last::setCdr);
    }
  }

  /** A mutable copy of a string or bytevector; other atoms are what they are. */
  private static Value fresh(Value atom) {
    return switch (atom) {
      case Str string -> Str.of(string.text());
      case Bytevector bytes -> bytes.copy(0, bytes.length());
      default -> atom;
    };
  }

  private Pair blankPair() {
    return literal
        ? Pair.literal(Unspecified.INSTANCE, EmptyList.INSTANCE)
        : Pair.of(Unspecified.INSTANCE, EmptyList.INSTANCE);
  }

  private Value resolve(Syntax.LabelReference reference) {
    Set<Integer> passed = new HashSet<>();
    Syntax.LabelReference at = reference;
    while (true) {
      Value value = labelled.get(at.label());
      if (value != null) {
        passed.forEach(label -> labelled.put(label, value));
        return value;
      }
      Syntax.LabelReference next = aliases.get(at.label());
      if (next == null || !passed.add(at.label())) {
        throw unknown(reference);
      }
      at = next;
    }
  }

  private static DiagnosticException unknown(Syntax.LabelReference reference) {
    return Rejection.at(
        reference.span(), "The datum labelled #" + reference.label() + "= is not in this literal.");
  }
}
