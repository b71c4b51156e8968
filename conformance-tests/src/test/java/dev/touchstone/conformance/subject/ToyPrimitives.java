package dev.touchstone.conformance.subject;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongBinaryOperator;

/** The names of the toy Lisps' procedures, and their arithmetic of 64 bits. */
final class ToyPrimitives {
  /** A built-in procedure. */
  record Primitive(String name) {}

  private ToyPrimitives() {}

  /** The special forms of a toy Lisp. */
  static Set<String> forms(ToyLisp.Kind kind) {
    return switch (kind) {
      case STACK -> Set.of("if", "do");
      case REGISTER -> Set.of("quote", "cond", "set", "def", "lambda", "let");
      case CLOSURES -> Set.of("quote", "if", "begin", "define", "lambda", "let");
    };
  }

  /** Its procedures. */
  static Set<String> names(ToyLisp.Kind kind) {
    return switch (kind) {
      case STACK -> Set.of("+", "-", "*", "/", "%", "=", "<", ">", "print");
      case REGISTER -> Set.of("atom?", "nil?", "is?", "car", "cdr", "cons");
      case CLOSURES ->
          Set.of(
              "+", "-", "*", "/", "=", "<", ">", "<=", ">=", "car", "cdr", "cons", "list", "null?",
              "pair?", "eq?", "not", "print");
    };
  }

  static Object arithmetic(String name, List<Object> arguments, Function<Boolean, Object> truth) {
    List<Long> numbers =
        arguments.stream()
            .map(
                a -> {
                  if (a instanceof Long number) {
                    return number;
                  }
                  throw new ToyLisp.ToyError("type");
                })
            .toList();
    return switch (name) {
      case "+" -> fold(0, numbers, Math::addExact);
      case "*" -> fold(1, numbers, Math::multiplyExact);
      case "-" ->
          numbers.size() == 1
              ? Math.negateExact(numbers.getFirst())
              : fold(numbers.getFirst(), numbers.subList(1, numbers.size()), Math::subtractExact);
      case "/" -> numbers.get(0) / numbers.get(1);
      case "%" -> numbers.get(0) % numbers.get(1);
      case "=", "<", ">", "<=", ">=" -> truth.apply(chain(name, numbers));
      default -> throw new ToyLisp.ToyError("unknown: " + name);
    };
  }

  private static long fold(long start, List<Long> numbers, LongBinaryOperator operator) {
    long value = start;
    for (long number : numbers) {
      value = operator.applyAsLong(value, number);
    }
    return value;
  }

  private static boolean chain(String name, List<Long> numbers) {
    for (int i = 0; i + 1 < numbers.size(); i++) {
      int order = numbers.get(i).compareTo(numbers.get(i + 1));
      boolean holds =
          switch (name) {
            case "=" -> order == 0;
            case "<" -> order < 0;
            case ">" -> order > 0;
            case "<=" -> order <= 0;
            default -> order >= 0;
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }
}
