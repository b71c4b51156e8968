package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.machine.Primitive;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Char;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/** Strings (R7RS 6.7). */
final class StringProcedures {
  private StringProcedures() {}

  static void register(Registry r) {
    r.add("string?", a -> Bool.of(a instanceof Str));
    r.add("make-string", 1, 2, StringProcedures::makeString);
    r.add("string", 0, Primitive.UNBOUNDED, a -> fromCharacters("string", 1, Arrays.asList(a)));
    r.add("string-length", a -> Fixnum.of(Arguments.string("string-length", 1, a).length()));
    r.add("string-ref", StringProcedures::stringRef);
    comparisons(r, "string", s -> s);
    r.add("substring", 3, 3, a -> copy("substring", a));
    r.add("string-copy", 1, 3, a -> copy("string-copy", a));
    r.add("string-append", 0, Primitive.UNBOUNDED, StringProcedures::append);
    r.add("string->list", 1, 3, StringProcedures::toList);
    r.add("list->string", StringProcedures::fromList);
    r.add("string-set!", StringProcedures::stringSet);
    r.add("string-fill!", 2, 4, StringProcedures::fill);
    r.add("string-copy!", 3, 5, StringProcedures::copyInto);
  }

  private static Value makeString(Value[] arguments) {
    int length = Arguments.newLength("make-string", 1, arguments[0]);
    int fill = arguments.length > 1 ? Arguments.character("make-string", 2, arguments[1]) : ' ';
    return Str.filled(length, fill);
  }

  private static Value stringRef(Value string, Value k) {
    Str s = Arguments.string("string-ref", 1, string);
    return Char.of(s.get(Arguments.index("string-ref", 2, k, s.length())));
  }

  /** The five comparisons of a family, of what a mapping makes of the strings. */
  static void comparisons(Registry r, String family, UnaryOperator<Str> key) {
    comparison(r, family + "=?", key, c -> c == 0);
    comparison(r, family + "<?", key, c -> c < 0);
    comparison(r, family + ">?", key, c -> c > 0);
    comparison(r, family + "<=?", key, c -> c <= 0);
    comparison(r, family + ">=?", key, c -> c >= 0);
  }

  private static void comparison(
      Registry r, String name, UnaryOperator<Str> key, IntPredicate wanted) {
    r.addForTwoAndMore(
        name,
        (a, b) -> {
          Str first = key.apply(Arguments.string(name, 1, a));
          Str second = key.apply(Arguments.string(name, 2, b));
          return Bool.of(wanted.test(first.compare(second)));
        },
        arguments -> Bool.of(inOrder(name, arguments, key, wanted)));
  }

  private static boolean inOrder(
      String procedure, Value[] arguments, UnaryOperator<Str> key, IntPredicate wanted) {
    boolean holds = true;
    Str last = key.apply(Arguments.string(procedure, 1, arguments[0]));
    for (int i = 1; i < arguments.length; i++) {
      Str next = key.apply(Arguments.string(procedure, i + 1, arguments[i]));
      holds &= wanted.test(last.compare(next));
      last = next;
    }
    return holds;
  }

  private static Value copy(String procedure, Value[] arguments) {
    Str string = Arguments.string(procedure, 1, arguments[0]);
    Range range = Range.of(procedure, arguments, 1, string.length());
    return string.copy(range.start(), range.end());
  }

  private static Value append(Value[] arguments) {
    long length = 0;
    for (int i = 0; i < arguments.length; i++) {
      length += Arguments.string("string-append", i + 1, arguments[i]).length();
    }
    Str whole = Str.filled(Arguments.checkLength("string-append", length), ' ');
    int at = 0;
    for (int i = 0; i < arguments.length; i++) {
      Str part = Arguments.string("string-append", i + 1, arguments[i]);
      whole.copyFrom(at, part, 0, part.length());
      at += part.length();
    }
    return whole;
  }

  private static Value toList(Value[] arguments) {
    Str string = Arguments.string("string->list", 1, arguments[0]);
    Range range = Range.of("string->list", arguments, 1, string.length());
    Value list = EmptyList.INSTANCE;
    for (int i = range.end() - 1; i >= range.start(); i--) {
      list = Pair.of(Char.of(string.get(i)), list);
    }
    return list;
  }

  private static Value fromList(Value list) {
    List<Value> elements = Lists.elements("list->string", 1, list);
    for (Value element : elements) {
      if (!(element instanceof Char)) {
        throw Arguments.wrongType("list->string", 1, "a list of characters", list);
      }
    }
    return fromCharacters("list->string", 1, elements);
  }

  /** A string of values that are characters; the first stands at that position. */
  static Value fromCharacters(String procedure, int position, List<Value> characters) {
    int[] points = new int[characters.size()];
    for (int i = 0; i < points.length; i++) {
      points[i] = Arguments.character(procedure, position + i, characters.get(i));
    }
    return Str.of(points);
  }

  private static Value stringSet(Value string, Value k, Value character) {
    Str s = Arguments.mutableString("string-set!", 1, string);
    int index = Arguments.index("string-set!", 2, k, s.length());
    s.set(index, Arguments.character("string-set!", 3, character));
    return Unspecified.INSTANCE;
  }

  private static Value fill(Value[] arguments) {
    Str string = Arguments.mutableString("string-fill!", 1, arguments[0]);
    int fill = Arguments.character("string-fill!", 2, arguments[1]);
    Range range = Range.of("string-fill!", arguments, 2, string.length());
    string.fill(fill, range.start(), range.end());
    return Unspecified.INSTANCE;
  }

  private static Value copyInto(Value[] arguments) {
    Str to = Arguments.mutableString("string-copy!", 1, arguments[0]);
    int at = Arguments.integer("string-copy!", 2, arguments[1], 0, to.length());
    Str from = Arguments.string("string-copy!", 3, arguments[2]);
    Range range = Range.of("string-copy!", arguments, 3, from.length());
    Arguments.checkFits("string-copy!", range.length(), to.length() - at);
    to.copyFrom(at, from, range.start(), range.end());
    return Unspecified.INSTANCE;
  }
}
