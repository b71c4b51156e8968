package dev.touchstone.vm.definitional;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes programs at random out of everything that moves control or makes locations. Most of them
 * mean something, some fail; in either case there is one right answer.
 */
final class RandomPrograms {
  private static final String START =
      """
      (define turns 0)
      (define saved #f)
      (define (save k) (set! saved k) 0)
      (define (again x) (if (and saved (< turns 4)) (begin (set! turns (+ turns 1)) (saved x)) x))
      (define (note x) (display x) (display " ") x)
      (define p (make-parameter 7))
      (define t (make-continuation-prompt-tag 't))
      """;

  private final Random random;
  private final boolean prompts;
  private int names;

  private RandomPrograms(long seed, boolean prompts) {
    this.random = new Random(seed);
    this.prompts = prompts;
  }

  /** The program of a seed. */
  static String of(long seed, boolean prompts) {
    RandomPrograms programs = new RandomPrograms(seed, prompts);
    return START + "(let () " + programs.expression(5, List.of("turns")) + ")";
  }

  private String fresh(String stem) {
    return stem + names++;
  }

  private static List<String> and(List<String> scope, String... more) {
    List<String> all = new ArrayList<>(scope);
    all.addAll(List.of(more));
    return all;
  }

  private String expression(int depth, List<String> scope) {
    if (depth == 0) {
      return random.nextBoolean() ? variable(scope) : Integer.toString(random.nextInt(5));
    }
    int d = depth - 1;
    return switch (random.nextInt(prompts ? 32 : 29)) {
      case 0 -> variable(scope);
      case 1, 2 -> "(note " + expression(d, scope) + ")";
      case 3 -> "(+ " + expression(d, scope) + " " + expression(d, scope) + ")";
      case 4 -> "(list " + expression(d, scope) + " " + expression(d, scope) + ")";
      case 5 -> "(if (eqv? " + two(d, scope) + ") " + two(d, scope) + ")";
      case 6, 7 -> let(d, scope);
      case 8, 9 -> letrec(d, scope, "letrec");
      case 10, 11 -> letrec(d, scope, "letrec*");
      case 12 ->
          "(begin (set! " + variable(scope) + " " + expression(d, scope) + ") " + one(d, scope);
      case 13 -> "(begin " + expression(d, scope) + " " + one(d, scope);
      case 14, 15 -> loop(d, scope);
      case 16 -> capture(d, scope, "call/cc", "");
      case 17 -> "(call/cc (lambda (k) (save k) " + one(d, scope) + ")";
      case 18 -> "(again " + one(d, scope);
      case 19 -> "(dynamic-wind " + thunk(d, scope) + thunk(d, scope) + thunk(d, scope) + ")";
      case 20 -> guard(d, scope);
      case 21 -> (random.nextBoolean() ? "(raise " : "(raise-continuable ") + one(d, scope);
      case 22 -> handler(d, scope);
      case 23 -> receive(d, scope);
      case 24 -> traversal(d, scope);
      case 25 -> "(parameterize ((p " + expression(d, scope) + ")) " + one(d, scope);
      case 26 -> random.nextBoolean() ? "(p)" : "(force (delay " + one(d, scope) + ")";
      case 27, 28 -> choice(d, scope);
      case 29 -> prompt(d, scope);
      case 30 -> "(abort-current-continuation t " + one(d, scope);
      default -> capture(d, scope, "call-with-composable-continuation", " t");
    };
  }

  /** An expression and the parenthesis that closes what it ends. */
  private String one(int depth, List<String> scope) {
    return expression(depth, scope) + ")";
  }

  private String two(int depth, List<String> scope) {
    return expression(depth, scope) + " " + expression(depth, scope);
  }

  private String variable(List<String> scope) {
    return scope.get(random.nextInt(scope.size()));
  }

  private String thunk(int depth, List<String> scope) {
    return "(lambda () " + expression(depth, scope) + ") ";
  }

  private String test(int depth, List<String> scope) {
    return "(eqv? " + two(depth, scope) + ")";
  }

  private String choice(int depth, List<String> scope) {
    String first = test(depth, scope) + " ";
    String x = fresh("x");
    return switch (random.nextInt(3)) {
      case 0 -> "(or " + first + test(depth, scope) + " " + one(depth, scope);
      case 1 -> "(and " + first + test(depth, scope) + " " + one(depth, scope);
      default ->
          "(cond ("
              + first
              + one(depth, scope)
              + " ("
              + expression(depth, scope)
              + " => (lambda ("
              + x
              + ") "
              + expression(depth, and(scope, x))
              + ")))";
    };
  }

  private String let(int depth, List<String> scope) {
    String x = fresh("x");
    String y = fresh("y");
    return "(let (("
        + x
        + " "
        + one(depth, scope)
        + " ("
        + y
        + " "
        + one(depth, scope)
        + ") "
        + one(depth, and(scope, x, y));
  }

  private String letrec(int depth, List<String> scope, String form) {
    String f = fresh("f");
    String x = fresh("x");
    List<String> inner = and(scope, f, x);
    String procedure = "(" + f + " (lambda () " + expression(depth, inner) + "))";
    String variable = "(" + x + " " + one(depth, random.nextBoolean() ? inner : scope);
    String first = random.nextBoolean() ? procedure + variable : variable + procedure;
    return "(" + form + " (" + first + ") (list (" + f + ") " + expression(depth, inner) + "))";
  }

  private String loop(int depth, List<String> scope) {
    String loop = fresh("loop");
    String i = fresh("i");
    String x = fresh("x");
    List<String> inner = and(scope, i, x);
    String next = "(" + loop + " (- " + i + " 1) " + one(depth, inner);
    return "(let "
        + loop
        + " (("
        + i
        + " 2) ("
        + x
        + " "
        + one(depth, scope)
        + ") (if (< "
        + i
        + " 1) "
        + expression(depth, random.nextInt(4) == 0 ? and(inner, loop) : inner)
        + (random.nextInt(3) == 0 ? " (list " + next + ")" : " " + next)
        + "))";
  }

  private String capture(int depth, List<String> scope, String procedure, String tag) {
    String k = fresh("k");
    String body = expression(depth, and(scope, k));
    String call = random.nextBoolean() ? "(" + k + " " + body + ")" : body;
    return "(" + procedure + " (lambda (" + k + ") " + call + ")" + tag + ")";
  }

  private String guard(int depth, List<String> scope) {
    String e = fresh("e");
    String test = random.nextBoolean() ? "#t" : "(number? " + e + ")";
    return "(guard ("
        + e
        + " ("
        + test
        + " "
        + expression(depth, and(scope, e))
        + ")) "
        + one(depth, scope);
  }

  private String handler(int depth, List<String> scope) {
    String e = fresh("e");
    return "(with-exception-handler (lambda ("
        + e
        + ") "
        + expression(depth, and(scope, e))
        + ") "
        + thunk(depth, scope)
        + ")";
  }

  private String receive(int depth, List<String> scope) {
    String a = fresh("a");
    String b = fresh("b");
    String producer =
        random.nextInt(4) == 0 ? one(depth, scope) : "(values " + two(depth, scope) + "))";
    return "(let-values ((("
        + a
        + " . "
        + b
        + ") "
        + producer
        + ") "
        + one(depth, and(scope, a, b));
  }

  private String traversal(int depth, List<String> scope) {
    String x = fresh("x");
    String procedure = "(lambda (" + x + ") " + expression(depth, and(scope, x)) + ")";
    return random.nextBoolean()
        ? "(map " + procedure + " (list " + two(depth, scope) + "))"
        : "(vector-map " + procedure + " (vector " + two(depth, scope) + "))";
  }

  private String prompt(int depth, List<String> scope) {
    String x = fresh("x");
    return "(call-with-continuation-prompt "
        + thunk(depth, scope)
        + "t (lambda ("
        + x
        + ") "
        + expression(depth, and(scope, x))
        + "))";
  }
}
