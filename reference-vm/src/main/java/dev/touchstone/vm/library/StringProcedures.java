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

/** Strings (R7RS 6.7). */
final class StringProcedures {
  private StringProcedures() {}

  static void register(Registry r) {
    r.add("string?", a -> Bool.of(a instanceof Str));
    r.add("make-string", 1, 2, StringProcedures::makeString);
    r.add("string", 0, Primitive.UNBOUNDED, a -> fromCharacters("string", 1, Arrays.asList(a)));
    r.add("string-length", a -> Fixnum.of(Arguments.string("string-length", 1, a).length()));
    r.add("string-ref", StringProcedures::stringRef);
    r.add("string=?", 1, Primitive.UNBOUNDED, a -> inOrder("string=?", a, c -> c == 0));
    r.add("string<?", 1, Primitive.UNBOUNDED, a -> inOrder("string<?", a, c -> c < 0));
    r.add("string>?", 1, Primitive.UNBOUNDED, a -> inOrder("string>?", a, c -> c > 0));
    r.add("string<=?", 1, Primitive.UNBOUNDED, a -> inOrder("string<=?", a, c -> c <= 0));
    r.add("string>=?", 1, Primitive.UNBOUNDED, a -> inOrder("string>=?", a, c -> c >= 0));
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
    int[] points = new int[Arguments.newLength("make-string", 1, arguments[0])];
    int fill = arguments.length > 1 ? Arguments.character("make-string", 2, arguments[1]) : ' ';
    Arrays.fill(points, fill);
    return Str.of(points);
  }

  private static Value stringRef(Value string, Value k) {
    Str s = Arguments.string("string-ref", 1, string);
    return Char.of(s.get(Arguments.index("string-ref", 2, k, s.length())));
  }

  private static Value inOrder(String procedure, Value[] arguments, IntPredicate wanted) {
    boolean holds = true;
    Str last = Arguments.string(procedure, 1, arguments[0]);
    for (int i = 1; i < arguments.length; i++) {
      Str next = Arguments.string(procedure, i + 1, arguments[i]);
      holds &= wanted.test(compare(last, next));
      last = next;
    }
    return Bool.of(holds);
  }

  private static int compare(Str a, Str b) {
    int common = Math.min(a.length(), b.length());
    for (int i = 0; i < common; i++) {
      if (a.get(i) != b.get(i)) {
        return Integer.compare(a.get(i), b.get(i));
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  private static Value copy(String procedure, Value[] arguments) {
    Str string = Arguments.string(procedure, 1, arguments[0]);
    return Str.of(points(string, Range.of(procedure, arguments, 1, string.length())));
  }

  private static int[] points(Str string, Range range) {
    int[] points = new int[range.length()];
    for (int i = 0; i < points.length; i++) {
      points[i] = string.get(range.start() + i);
    }
    return points;
  }

  private static Value append(Value[] arguments) {
    long length = 0;
    for (int i = 0; i < arguments.length; i++) {
      length += Arguments.string("string-append", i + 1, arguments[i]).length();
    }
    int[] points = new int[Arguments.checkLength("string-append", length)];
    int at = 0;
    for (int i = 0; i < arguments.length; i++) {
      Str string = Arguments.string("string-append", i + 1, arguments[i]);
      for (int j = 0; j < string.length(); j++) {
        points[at++] = string.get(j);
      }
    }
    return Str.of(points);
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
    for (int i = range.start(); i < range.end(); i++) {
      string.set(i, fill);
    }
    return Unspecified.INSTANCE;
  }

  private static Value copyInto(Value[] arguments) {
    Str to = Arguments.mutableString("string-copy!", 1, arguments[0]);
    int at = Arguments.integer("string-copy!", 2, arguments[1], 0, to.length());
    Str from = Arguments.string("string-copy!", 3, arguments[2]);
    Range range = Range.of("string-copy!", arguments, 3, from.length());
    Arguments.checkFits("string-copy!", range.length(), to.length() - at);
    // By way of a copy: both may be the same string.
    int[] points = points(from, range);
    for (int i = 0; i < points.length; i++) {
      to.set(at + i, points[i]);
    }
    return Unspecified.INSTANCE;
  }
}
