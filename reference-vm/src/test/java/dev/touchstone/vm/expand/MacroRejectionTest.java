package dev.touchstone.vm.expand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.vm.source.Diagnostic;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of macros and uses that are rejected. */
class MacroRejectionTest {
  private static Diagnostic diagnostic(String program) {
    return catchThrowableOfType(DiagnosticException.class, () -> ExpanderTest.expand(program))
        .diagnostic();
  }

  /** The same, with a Java stack as the host has it. */
  private static @Nullable Diagnostic onDeepStack(String program) {
    CompletableFuture<@Nullable Diagnostic> found = new CompletableFuture<>();
    Runnable run =
        () -> {
          try {
            ExpanderTest.expand(program);
            found.complete(null);
          } catch (DiagnosticException rejection) {
            found.complete(rejection.diagnostic());
          } catch (Throwable other) {
            found.completeExceptionally(other);
          }
        };
    new Thread(null, run, "deep", 1L << 28).start();
    return found.orTimeout(60, TimeUnit.SECONDS).join();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(define-syntax)                                   | 1  | define-syntax needs a keyword",
        "(define-syntax m)                                 | 1  | define-syntax needs a keyword",
        "(define-syntax 5 (syntax-rules ()))               | 16 | What define-syntax names must be",
        "(define-syntax m 5)                               | 18 | A transformer is (syntax-rules",
        "(define-syntax m if)                              | 18 | A transformer is (syntax-rules",
        "(define-syntax m car)                             | 18 | A transformer is (syntax-rules",
        "(define-syntax m (lambda (x) x))                  | 18 | A transformer is (syntax-rules",
        "(define-syntax m (syntax-rules))                  | 18 | needs a list of literals",
        "(define-syntax m (syntax-rules 5))                | 18 | needs a list of literals",
        "(define-syntax m (syntax-rules (a . b)))          | 18 | needs a list of literals",
        "(define-syntax m (syntax-rules :::))              | 18 | needs a list of literals",
        "(define-syntax m (syntax-rules (5)))              | 33 | A literal must be an identifier",
        "(define-syntax m (syntax-rules () x))             | 35 | A rule is a pattern and a"
            + " template",
        "(define-syntax m (syntax-rules () ((_))))         | 35 | A rule is a pattern and a"
            + " template",
        "(define-syntax m (syntax-rules () ((_) 1 2)))     | 35 | A rule is a pattern and a"
            + " template",
        "(define-syntax m (syntax-rules () (5 1)))         | 36 | begins with the keyword",
        "(define-syntax m (syntax-rules () (() 1)))        | 36 | begins with the keyword",
        "(define-syntax m (syntax-rules () ((5) 1)))       | 36 | begins with the keyword",
        "(define-syntax m (syntax-rules () ((_ x x) 1)))   | 41 | The pattern variable x stands"
            + " here twice",
        "(define-syntax m (syntax-rules () ((_ x . x) 1))) | 43 | The pattern variable x stands"
            + " here twice",
        "(define-syntax m (syntax-rules () ((_ ...) 1)))   | 39 | Nothing stands before this"
            + " ellipsis",
        "(define-syntax m (syntax-rules () ((_ . ...) 1))) | 41 | Nothing stands before this"
            + " ellipsis",
        "(define-syntax m (syntax-rules () ((_ (... x)) 1))) | 40 | Nothing stands before this"
            + " ellipsis",
        "(define-syntax m (syntax-rules () ((_ #(... x)) 1))) | 41 | Nothing stands before this"
            + " ellipsis",
        "(define-syntax m (syntax-rules () ((_ x ... y ...) 1))) | 47 | This is the second"
            + " ellipsis",
        "(define-syntax m (syntax-rules () ((_) '#0=(x)))) | 41 | A datum label stands in a"
            + " template",
        "(define-syntax m (syntax-rules () ((_) ...)))     | 40 | Nothing stands before this"
            + " ellipsis",
        "(define-syntax m (syntax-rules () ((_) (a . ...)))) | 45 | Nothing stands before this"
            + " ellipsis",
        "(define-syntax m (syntax-rules () ((_) (...))))   | 40 | An ellipsis at the head of a"
            + " list",
        "(define-syntax m (syntax-rules () ((_) (... a b)))) | 40 | An ellipsis at the head of a"
            + " list",
        "(define-syntax m (syntax-rules () ((_) #(... a)))) | 42 | Nothing stands before this"
            + " ellipsis",
        "(define-syntax m (syntax-rules () ((_ x ...) x))) | 46 | The pattern variable x has more"
            + " ellipses",
        "(define-syntax m (syntax-rules () ((_ (x ...) ...) (x ...)))) | 53 | The pattern variable"
            + " x has more",
        "(define-syntax m (syntax-rules () ((_ x) (x ...)))) | 45 | Nothing before this ellipsis"
            + " has as many",
        "(define-syntax m (syntax-rules () ((_ x ...) (x ... ...)))) | 53 | Nothing before this"
            + " ellipsis has as",
        "(define-syntax m (syntax-rules () ((_ x ...) (y ...)))) | 49 | Nothing before this"
            + " ellipsis has as",
        "(let-syntax)                                      | 1  | let-syntax needs a list of"
            + " bindings",
        "(let-syntax ((m)) 1)                              | 14 | A binding is a keyword and a"
            + " transformer",
        "(let-syntax ((5 (syntax-rules ()))) 1)            | 15 | A keyword must be an identifier",
        "(let-syntax ())                                   | 1  | The body is empty",
        "(list (let-syntax ()))                            | 7  | The body is empty",
        "(let () (letrec-syntax) 1)                        | 9  | The body is empty",
        "(letrec-syntax ((m (syntax-rules ())) (m (syntax-rules ()))) 1) | 40 | Two keywords have"
            + " the name m",
        "(let () (define m 1) (define-syntax m (syntax-rules ())) 1) | 37 | The body defines m"
            + " twice",
        "(let () (define-syntax m (syntax-rules ())))      | 9  | The body ends without an"
            + " expression",
        "(list (define-syntax m (syntax-rules ())))        | 7  | A definition stands where an"
            + " expression",
        "(syntax-rules ())                                 | 1  | syntax-rules has a meaning only"
            + " where",
        "syntax-rules                                      | 1  | The keyword syntax-rules is no"
            + " expression",
        "(... 1)                                           | 1  | ... has a meaning only inside"
            + " syntax-rules",
        "_                                                 | 1  | The keyword _ is no expression",
        "(syntax-error)                                    | 1  | syntax-error needs a message",
        "(syntax-error foo)                                | 1  | syntax-error needs a message",
        "(list (syntax-error \"no good:\" (a #(b)) \"s\" #\\x)) | 7 | no good: (a #(b)) \"s\" #\\x",
      })
  void pointsAtWhatIsMalformed(String program, int column, String message) {
    Diagnostic diagnostic = diagnostic(program);
    assertThat(diagnostic.message()).contains(message);
    assertThat(diagnostic.errorClass()).isEqualTo(ErrorClass.SYNTAX);
    assertThat(diagnostic.phase()).isEqualTo(Phase.EXPAND);
    assertThat(diagnostic.span().column()).isEqualTo(column);
  }

  private static final String MACROS =
      """
      (define-syntax one (syntax-rules () ((_ x) x)))
      (define-syntax swap (syntax-rules (in) ((_ a in b) (one b a)) ((_ (a ...) . "r") 1)))
      (define-syntax bad (syntax-rules () ((_ x) (lambda () (if x)))))
      (define-syntax worse (syntax-rules () ((_ x) (bad x))))
      (define-syntax say (syntax-rules () ((_ . r) (syntax-error "no" r))))
      (define-syntax zip (syntax-rules () ((_ (x ...) y ...) '((x y) ...))))
      (define-syntax none (syntax-rules ()))
      (define-syntax many
        (syntax-rules () ((_ 1) 1) ((_ 2) 1) ((_ 3) 1) ((_ 4) 1) ((_ 5) 1) ((_ 6) 1) ((_ 7) 1)))
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(list (one 1 2))   | (one 1 2)  | No rule of one matches this use. Its rules match (one"
            + " x).",
        "(swap 1)           | (swap 1)   | No rule of swap matches this use. Its rules match (swap"
            + " a in b) or (swap (a ...) . \"r\").",
        "(swap 1 in 2)      | (swap 1 in 2) | No rule of one matches this use. Its rules match (one"
            + " x). In the expansion of swap.",
        "(none)             | (none)     | No rule of none matches this use. It has no rules.",
        "(many 8)           | (many 8)   | No rule of many matches this use. Its rules match (many"
            + " 1) or (many 2) or (many 3) or (many 4) or (many 5), and there are 2 more.",
        "(define f (bad 5)) | (bad 5)    | if needs a test, a consequent and at most one alternate:"
            + " (if test consequent alternate). In the expansion of bad.",
        "(worse 5)          | (worse 5)  | if needs a test, a consequent and at most one alternate:"
            + " (if test consequent alternate). In the expansion of bad, inserted by worse.",
        "(one (if))         | (if)       | if needs a test, a consequent and at most one alternate:"
            + " (if test consequent alternate).",
        "(say 1 x)          | (say 1 x)  | no (1 x). In the expansion of say.",
        "(zip (1 2 3) 4)    | (zip (1 2 3) 4) | zip repeats x and y side by side, but they stand"
            + " for 3 and 1 parts of this use.",
        "(set! one 1)       | one        | The keyword one is no variable.",
        "(list one)         | one        | The keyword one is no expression.",
      })
  void pointsAtTheUseAndNamesTheMacro(String use, String place, String message) {
    Diagnostic diagnostic = diagnostic(MACROS + use);
    assertThat(diagnostic.message()).isEqualTo(message);
    assertThat(diagnostic.span().text()).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(define-syntax m (syntax-rules () ((_ x) (m x)))) (m 1)",
        "(define-syntax m (syntax-rules () ((_ x) (list (m x))))) (m 1)",
        "(define-syntax m (syntax-rules () ((_ x) (begin (m x) (m x))))) (m 1)",
        "(define-syntax m (syntax-rules () ((_ x) (m (x x))))) (m 1)",
        "(define-syntax m (syntax-rules () ((_ x ...) (m x ... x ...)))) (m 1)",
        "(define-syntax m (syntax-rules () ((_ x ...) (m 1 x ...)))) (m)",
        "(define-syntax m (syntax-rules () ((_ x) (m #(x x x))))) (m 1)",
        "(define-syntax m (syntax-rules () ((_ x ...) (m x ... 1)))) (m)",
        "(define-syntax m (syntax-rules () ((_ . x) (m 1 . x)))) (m)",
        "(define-syntax m (syntax-rules () ((_ x) (m (1 . x))))) (m ())",
        "(define-syntax m (syntax-rules () ((_ x ...) (list (m 1 x ...))))) (m)",
        "(define-syntax m (syntax-rules () ((_) (begin (m))))) (let () (m))",
        "(define-syntax m (syntax-rules () ((_ x) (let-syntax ((n (syntax-rules () ((_) (m x)))))"
            + " (n))))) (m y)",
        "(define-syntax m (syntax-rules () ((_ x) (begin (define-syntax n (syntax-rules () ((_) (m"
            + " x)))) (n))))) (m y)",
      })
  void whatExpandsForEverIsRejected(String program) {
    Diagnostic diagnostic = Objects.requireNonNull(onDeepStack(program));
    assertThat(diagnostic.errorClass()).isEqualTo(ErrorClass.LIMIT);
    assertThat(diagnostic.phase()).isEqualTo(Phase.EXPAND);
    assertThat(diagnostic.message()).contains("In the expansion of ");
    assertThat(diagnostic.span().text()).startsWith("(m");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'x",
        "x",
        "`x",
        "`(,x)",
        "#(x)",
        "(case 1 ((x) 1))",
        "(lambda () x)",
        "(let () x)"
      })
  void whatDoublesTooOftenIsRejected(String result) {
    String numbers = "0 ".repeat(40);
    Diagnostic diagnostic =
        Objects.requireNonNull(
            onDeepStack(
                "(define-syntax m (syntax-rules () ((_ () x) %s) ((_ (n . r) x) (m r (list x x)))))\n"
                        .formatted(result)
                    + "(m ("
                    + numbers
                    + ") 1)"));
    assertThat(diagnostic.errorClass()).isEqualTo(ErrorClass.LIMIT);
    assertThat(diagnostic.message()).contains("In the expansion of m");
  }

  @Test
  void theChainOfUsesIsCutInTheMiddle() {
    String macros =
        "(define-syntax a (syntax-rules () ((_) (b)))) (define-syntax b (syntax-rules () ((_)"
            + " (c)))) (define-syntax c (syntax-rules () ((_) (d)))) (define-syntax d (syntax-rules"
            + " () ((_) (list (d)))))";
    Diagnostic diagnostic = Objects.requireNonNull(onDeepStack(macros + " (a)"));
    assertThat(diagnostic.message())
        .matches(
            "Forms are nested more than 10000 deep\\. In the expansion of d, inserted by d,"
                + " inserted by d, \\.\\.\\. [0-9]+ more \\.\\.\\., inserted by c, inserted by b,"
                + " inserted by a\\.");
  }

  @Test
  void aChainOfUsesEndsAfterTwentyThousand() {
    String macros =
        "(define-syntax a (syntax-rules () ((_) (b)))) (define-syntax b (syntax-rules () ((_)"
            + " (a))))";
    assertThat(diagnostic(macros + " (a)").message())
        .isEqualTo(
            "The expansion of the program does not end, or is too large. In the expansion of b,"
                + " inserted by a, inserted by b, ... 19994 more ..., inserted by a, inserted by"
                + " b, inserted by a.");
  }

  @Test
  void aMacroGoesThroughThousandsOfOperands() {
    String operands = " 1".repeat(9_000);
    ExpanderTest.expand(
        "(define-syntax m (syntax-rules () ((_ (x ...) y z ...) (m (y x ...) z ...))"
            + " ((_ x) 'x)))\n(m ()"
            + operands
            + ")");
  }

  @Test
  void aShortChainIsShownWhole() {
    String macros =
        "(define-syntax m (syntax-rules () ((_ x y . r) (m y . r)) ((_ x) (if)))) (m 1 2 3 4 5 6)";
    assertThat(diagnostic(macros).message())
        .endsWith("In the expansion of " + "m, inserted by ".repeat(5) + "m.");
  }

  @Test
  void aDeepPartIsMatchedAndCopied() {
    int depth = 200_000;
    String deep = "(".repeat(depth) + ")".repeat(depth);
    String macro =
        "(define-syntax m (syntax-rules () ((_ (x . y) z ...) '(x y z ... (z . x) ...))))\n";
    ExpanderTest.expand(macro + "(m (" + deep + " . " + deep + ") " + deep + ")");
  }

  @Test
  void aDeepPatternOrTemplateCountsAsNesting() {
    int depth = 20_000;
    String deep = "(".repeat(depth) + "x" + ")".repeat(depth);
    for (String rule : new String[] {"((_ %s) 1)", "((_) '%s)"}) {
      Diagnostic diagnostic =
          Objects.requireNonNull(
              onDeepStack("(define-syntax m (syntax-rules () " + rule.formatted(deep) + "))"));
      assertThat(diagnostic.message()).isEqualTo("Forms are nested more than 10000 deep.");
    }
  }

  @Test
  void aPatternAndATemplateMayBeAsDeepAsForms() {
    int depth = Expander.DEFAULT_NESTING_LIMIT - 10;
    String pattern = "(".repeat(depth) + "x" + ")".repeat(depth);
    assertThat(
            onDeepStack(
                "(define-syntax m (syntax-rules () ((_ %1$s) '%1$s)))\n(m %1$s)"
                    .formatted(pattern)))
        .isNull();
  }

  @Test
  void manyPartsTakeLinearTime() {
    long small = nanoseconds(10_000);
    long large = nanoseconds(100_000);
    assertThat(Duration.ofNanos(large)).isLessThan(Duration.ofNanos(50 * small + 1_000_000_000L));
  }

  private static long nanoseconds(int parts) {
    String program =
        "(define-syntax m (syntax-rules () ((_ (x y) ...) (list (let ((x y)) x) ...))))\n(m"
            + " (a b)".repeat(parts)
            + ")";
    long start = System.nanoTime();
    ExpanderTest.expand(program);
    return System.nanoTime() - start;
  }
}
