package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Char;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Letters;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Value;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** Characters (R7RS 6.6), with what {@code (scheme char)} has of them. */
final class CharacterProcedures {
  private CharacterProcedures() {}

  static void register(Registry r) {
    r.add("char?", a -> Bool.of(a instanceof Char));
    comparisons(r, "char", c -> c);
    comparisons(r, "char-ci", Letters::fold);
    r.add("char->integer", a -> Fixnum.of(Arguments.character("char->integer", 1, a)));
    r.add("integer->char", CharacterProcedures::fromInteger);
    property(r, "char-alphabetic?", Character::isAlphabetic);
    property(r, "char-numeric?", Letters::isDigit);
    property(r, "char-whitespace?", Letters::isWhiteSpace);
    property(r, "char-upper-case?", Character::isUpperCase);
    property(r, "char-lower-case?", Character::isLowerCase);
    mapping(r, "char-upcase", Character::toUpperCase);
    mapping(r, "char-downcase", Character::toLowerCase);
    mapping(r, "char-foldcase", Letters::fold);
    r.add("digit-value", CharacterProcedures::digitValue);
  }

  private static void property(Registry r, String name, IntPredicate holds) {
    r.add(name, a -> Bool.of(holds.test(Arguments.character(name, 1, a))));
  }

  private static void mapping(Registry r, String name, IntUnaryOperator mapping) {
    r.add(name, a -> Char.of(mapping.applyAsInt(Arguments.character(name, 1, a))));
  }

  /** The five comparisons of a family, of what a mapping makes of the characters. */
  private static void comparisons(Registry r, String family, IntUnaryOperator key) {
    comparison(r, family + "=?", key, c -> c == 0);
    comparison(r, family + "<?", key, c -> c < 0);
    comparison(r, family + ">?", key, c -> c > 0);
    comparison(r, family + "<=?", key, c -> c <= 0);
    comparison(r, family + ">=?", key, c -> c >= 0);
  }

  private static void comparison(
      Registry r, String name, IntUnaryOperator key, IntPredicate wanted) {
    r.addForTwoAndMore(
        name,
        (a, b) -> {
          int first = key.applyAsInt(Arguments.character(name, 1, a));
          int second = key.applyAsInt(Arguments.character(name, 2, b));
          return Bool.of(wanted.test(Integer.compare(first, second)));
        },
        arguments -> Bool.of(inOrder(name, arguments, key, wanted)));
  }

  private static boolean inOrder(
      String procedure, Value[] arguments, IntUnaryOperator key, IntPredicate wanted) {
    boolean holds = true;
    int last = key.applyAsInt(Arguments.character(procedure, 1, arguments[0]));
    for (int i = 1; i < arguments.length; i++) {
      int next = key.applyAsInt(Arguments.character(procedure, i + 1, arguments[i]));
      holds &= wanted.test(Integer.compare(last, next));
      last = next;
    }
    return holds;
  }

  private static Value fromInteger(Value value) {
    int point = Arguments.integer("integer->char", 1, value, 0, Character.MAX_CODE_POINT);
    if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
      throw SchemeError.of(
          ErrorClass.RANGE, "integer->char: argument 1 is the number of a surrogate", value);
    }
    return Char.of(point);
  }

  private static Value digitValue(Value value) {
    int digit = Letters.digitValue(Arguments.character("digit-value", 1, value));
    return digit < 0 ? Bool.FALSE : Fixnum.of(digit);
  }
}
