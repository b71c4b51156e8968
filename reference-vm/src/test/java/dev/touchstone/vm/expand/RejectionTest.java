package dev.touchstone.vm.expand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.source.Diagnostic;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import dev.touchstone.vm.source.Source;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RejectionTest {
  private static Diagnostic diagnostic(String program) {
    DiagnosticException thrown =
        catchThrowableOfType(DiagnosticException.class, () -> ExpanderTest.expand(program));
    assertThat(thrown).as(program).isNotNull();
    return thrown.diagnostic();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(if)                         | 1  | if needs a test",
        "(if 1 2 3 4)                 | 1  | if needs a test",
        "(f (if 1))                   | 4  | if needs a test",
        "()                           | 1  | () is no expression",
        "(f ())                       | 4  | () is no expression",
        "(f . x)                      | 6  | must be a proper list",
        "(if 1 2 . 3)                 | 11 | must be a proper list",
        "(quote)                      | 1  | quote needs one datum",
        "(quote a b)                  | 1  | quote needs one datum",
        "(lambda)                     | 1  | lambda needs parameters",
        "(lambda (x))                 | 1  | The body is empty",
        "(lambda (x 1) x)             | 12 | A parameter must be an identifier",
        "(lambda (x . 1) x)           | 14 | A parameter must be an identifier",
        "(lambda 5 x)                 | 9  | A parameter must be an identifier",
        "(lambda (x y x) x)           | 14 | Two parameters have the name x",
        "(lambda (x . x) x)           | 14 | Two parameters have the name x",
        "(define)                     | 1  | define needs a name",
        "(define x)                   | 1  | define needs one value for x",
        "(define x 1 2)               | 1  | define needs one value for x",
        "(define 5 1)                 | 9  | What define names must be an identifier",
        "(define (5) 1)               | 10 | What define names must be an identifier",
        "(define ((f) x) 1)           | 10 | What define names must be an identifier",
        "(define (f))                 | 1  | The body is empty",
        "(define () 1)                | 9  | What define names must be an identifier",
        "(f (define x 1))             | 4  | A definition stands where",
        "(set! x)                     | 1  | set! needs a variable",
        "(set! 5 1)                   | 7  | What set! assigns must be an identifier",
        "(set! if 1)                  | 7  | The keyword if is no variable",
        "(f if)                       | 4  | The keyword if is no expression",
        "else                         | 1  | The keyword else is no expression",
        "(else 1)                     | 1  | else has a meaning only inside",
        "(f (begin))                  | 4  | begin needs an expression",
        "(let)                        | 1  | let needs a list of bindings",
        "(let 5 1)                    | 6  | let needs a list of bindings",
        "(let ((x 1)))                | 1  | The body is empty",
        "(let ((x)) 1)                | 7  | A binding is a name and a value",
        "(let (x) 1)                  | 7  | A binding is a name and a value",
        "(let ((x 1 2)) 1)            | 7  | A binding is a name and a value",
        "(let ((5 1)) 1)              | 8  | A variable must be an identifier",
        "(let ((x 1) (x 2)) x)        | 14 | Two variables have the name x",
        "(let* ((x 1) y) x)           | 14 | A binding is a name and a value",
        "(cond)                       | 1  | cond needs a clause",
        "(cond ())                    | 7  | A clause is a list",
        "(cond 5)                     | 7  | A clause is a list",
        "(cond (else))                | 7  | The else clause needs an expression",
        "(cond (else 1) (2 3))        | 7  | The else clause must be the last",
        "(cond (1 =>))                | 7  | After => a clause has one expression",
        "(cond (1 => f g))            | 7  | After => a clause has one expression",
        "(when 1)                     | 1  | when needs a test and an expression",
        "(unless)                     | 1  | unless needs a test and an expression",
        "(f #0=(x #0#))                | 4  | A datum label stands outside a literal",
        "(lambda () (define x 1))     | 12 | The body ends without an expression",
        "(lambda () (begin))          | 12 | The body ends without an expression",
        "(let () (define x 1) (begin (define y 2)))    | 22 | The body ends without an expression",
        "(let () (define x 1) (define (x) 2) x)        | 31 | The body defines x twice",
        "(let () 1 (define x 2))      | 11 | The body ends without an expression",
        "(let () (define x 1) 2 (define x 3) x)        | 32 | The body defines x twice",
        "(let () (define x))          | 9  | define needs one value for x",
        "(let loop)                   | 1  | let needs a list of bindings",
        "(let loop ((x)) 1)           | 12 | A binding is a name and a value",
        "(let loop ((x 1)))           | 1  | The body is empty",
        "(letrec (x) 1)               | 10 | A binding is a name and a value",
        "(letrec ((x 1) (x 2)) 1)     | 17 | Two variables have the name x",
        "(letrec* 5 1)                | 10 | letrec* needs a list of bindings",
        "(do)                         | 1  | do needs a list of bindings",
        "(do ((x)) (#t))              | 6  | A binding of do is",
        "(do ((x 1 2 3)) (#t))        | 6  | A binding of do is",
        "(do ((x 1) (x 2)) (#t))      | 13 | Two variables have the name x",
        "(do ())                      | 1  | do needs a test after its bindings",
        "(do () ())                   | 8  | do needs a test after its bindings",
        "(case)                       | 1  | case needs a key and a clause",
        "(case 1)                     | 1  | case needs a key and a clause",
        "(case 1 (2 3))               | 10 | A clause of case begins with a list of data",
        "(case 1 ((2)))               | 9  | A clause of case is a list",
        "(case 1 (else 2) ((3) 4))    | 9  | The else clause must be the last",
        "(case 1 ((2) =>))            | 9  | After => a clause has one expression",
        "(quasiquote)                 | 1  | quasiquote needs one part",
        "(quasiquote (a (unquote)))   | 16 | unquote needs one part",
        "(quasiquote (a . (unquote-splicing x)))     | 19 | There is no list here to splice into",
        "(quasiquote (unquote-splicing x)) | 13 | There is no list here to splice into",
        "(quasiquote #0=(a #0#))      | 13 | A datum label stands in a template",
        "(unquote x)                  | 1  | unquote has a meaning only inside quasiquote",
        "(case-lambda 5)              | 14 | A clause of case-lambda is a list",
        "(case-lambda (x) ())         | 14 | The body is empty",
        "(case-lambda (() 1) ())      | 21 | A clause of case-lambda is a list",
        "(case-lambda ((x) . 1))      | 14 | A clause of case-lambda is a list",
        "(case-lambda ((x x) 1))      | 18 | Two parameters have the name x",
        "(case-lambda ((1) 1))        | 16 | A parameter must be an identifier",
        "(let-values)                 | 1  | let-values needs a list of bindings. A binding is"
            + " variables",
        "(let-values 5 1)             | 13 | let-values needs a list of bindings",
        "(let-values (x) 1)           | 14 | A binding is variables and an expression",
        "(let-values (((x))) 1)       | 14 | A binding is variables and an expression",
        "(let-values (((x) 1 2)) 1)   | 14 | A binding is variables and an expression",
        "(let-values (((x) 1)))       | 1  | The body is empty",
        "(let-values (((5) 1)) 1)     | 16 | A variable must be an identifier",
        "(let-values (((x x) 1)) 1)   | 18 | Two variables have the name x",
        "(let-values (((x y) 1) (y 2)) 1) | 25 | Two variables have the name y",
        "(let-values (((x . y) 1) ((a . x) 2)) 1) | 32 | Two variables have the name x",
        "(let*-values)                | 1  | let*-values needs a list of bindings",
        "(let*-values (x) 1)          | 15 | A binding is variables and an expression",
        "(let*-values (((x x) 1)) 1)  | 19 | Two variables have the name x",
        "(let*-values (((x . 5) 1)) 1) | 21 | A variable must be an identifier",
        "(let*-values ((x 1)))        | 1  | The body is empty",
        "(define-values)              | 1  | define-values needs variables and an expression",
        "(define-values (x))          | 1  | define-values needs variables and an expression",
        "(define-values (x) 1 2)      | 1  | define-values needs variables and an expression",
        "(define-values (x 5) 1)      | 19 | A variable must be an identifier",
        "(define-values (x . x) 1)    | 21 | Two variables have the name x",
        "(f (define-values (x) 1))    | 4  | A definition stands where",
        "(let () (define-values (x) 1))              | 9  | The body ends without an expression",
        "(let () (define x 1) (define-values (y . x) 1) x) | 42 | The body defines x twice",
        "(let () (define-values (x) 1) (define x 1) x)     | 39 | The body defines x twice",
        "(let () 1 (let-syntax () (define x 1)) x)   | 26 | The body ends without an expression",
        "(define-record-type)         | 1  | define-record-type needs a name, a constructor",
        "(define-record-type p (p))   | 1  | define-record-type needs a name, a constructor",
        "(define-record-type 5 (p) p?)          | 21 | The name of a record type must be an"
            + " identifier",
        "(define-record-type (p) (p) p?)        | 21 | The name of a record type must be an"
            + " identifier",
        "(define-record-type p #f p?)           | 23 | The constructor of a record type must be an"
            + " identifier",
        "(define-record-type p () p?)           | 23 | A constructor is a name with fields",
        "(define-record-type p (m . x) p?)      | 23 | A constructor is a name with fields",
        "(define-record-type p (5) p?)          | 24 | The constructor of a record type must be an"
            + " identifier",
        "(define-record-type p (m y) p? (x px)) | 26 | The record type has no field y",
        "(define-record-type p (m x x) p? (x px)) | 28 | Two fields have the name x",
        "(define-record-type p (m 5) p?)        | 26 | A field must be an identifier",
        "(define-record-type p (m) #f)          | 27 | The predicate of a record type must be an"
            + " identifier",
        "(define-record-type p (m) p? x)        | 30 | A field has a name, an accessor",
        "(define-record-type p (m) p? (x))      | 30 | A field has a name, an accessor",
        "(define-record-type p (m) p? (x a b c))       | 30 | A field has a name, an accessor",
        "(define-record-type p (m) p? (x . a))  | 30 | A field has a name, an accessor",
        "(define-record-type p (m) p? (5 a))    | 31 | A field must be an identifier",
        "(define-record-type p (m) p? (x a) (x b))     | 37 | Two fields have the name x",
        "(define-record-type p (m) p? (x 5))    | 33 | An accessor must be an identifier",
        "(define-record-type p (m) p? (x a 5))  | 35 | A modifier must be an identifier",
        "(define-record-type p (p) p?)          | 24 | define-record-type defines p twice",
        "(define-record-type p (m) p? (x a a))  | 35 | define-record-type defines a twice",
        "(f (define-record-type p (m) p?))      | 4  | A definition stands where",
        "(let () (define m 1) (define-record-type p (m) p?) m) | 45 | The body defines m twice",
        "(let () (define-record-type p (m) p?)) | 9  | The body ends without an expression",
        "(delay)                      | 1  | delay needs one expression: (delay expression)",
        "(delay 1 2)                  | 1  | delay needs one expression",
        "(delay-force)                | 1  | delay-force needs one expression",
        "(parameterize)               | 1  | parameterize needs a list of bindings",
        "(parameterize 5 1)           | 15 | parameterize needs a list of bindings",
        "(parameterize ((p)) 1)       | 16 | A binding of parameterize is a parameter and a value",
        "(parameterize ((p 1 2)) 1)   | 16 | A binding of parameterize is a parameter and a value",
        "(parameterize ((p 1)))       | 1  | The body is empty",
        "(parameterize ())            | 1  | The body is empty",
        "(guard)                      | 1  | guard needs a variable with clauses",
        "(guard e 1)                  | 8  | guard needs a variable with clauses",
        "(guard () 1)                 | 8  | guard needs a variable with clauses",
        "(guard (e . x) 1)            | 8  | guard needs a variable with clauses",
        "(guard (5 (#t 1)) 1)         | 9  | The variable of guard must be an identifier",
        "(guard (e (#t 1)))           | 1  | The body is empty",
        "(guard (e 5) 1)              | 11 | A clause is a list",
        "(guard (e (else)) 1)         | 11 | The else clause needs an expression",
        "(guard (e (else 1) (2 3)) 1) | 11 | The else clause must be the last",
        "(guard (e (1 =>)) 1)         | 11 | After => a clause has one expression",
      })
  void pointsAtWhatIsMalformed(String program, int column, String message) {
    Diagnostic diagnostic = diagnostic(program);
    assertThat(diagnostic.message()).contains(message);
    assertThat(diagnostic.errorClass()).isEqualTo(ErrorClass.SYNTAX);
    assertThat(diagnostic.phase()).isEqualTo(Phase.EXPAND);
    assertThat(diagnostic.span().column()).isEqualTo(column);
  }

  @Test
  void acceptsFormsNestedUpToTheLimit() throws InterruptedException {
    int depth = Expander.DEFAULT_NESTING_LIMIT;
    String program = "(f ".repeat(depth) + ")".repeat(depth);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread = new Thread(null, () -> ExpanderTest.expand(program), "deep", 1L << 28);
    thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
    thread.start();
    thread.join();
    assertThat(failure.get()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(f %s)",
        "(if %s 1)",
        "(lambda () %s)",
        "(let ((x %s)) 1)",
        "(begin 1 %s)",
        "(case-lambda ((x) %s))",
        "(let-values (((x) %s)) 1)",
        "(let*-values (((x) 1)) %s)",
        "(let () (define-values (x) %s) 1)",
        "(delay %s)",
        "(delay-force %s)",
        "(parameterize ((p %s)) 1)",
        "(parameterize ((%s 1)) 1)",
        "(parameterize ((p 1)) %s)",
        "(guard (e (#t %s)) 1)",
        "(guard (e) %s)"
      })
  void rejectsFormsNestedTooDeeply(String form) {
    int limit = 20;
    String program = "0";
    for (int i = 0; i <= limit; i++) {
      program = form.replace("%s", program);
    }
    assertLimit(program, limit);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(and %s)           | a",
        "(or %s)            | a",
        "(cond %s)          | (a 1)",
        "(guard (e %s) 1)   | (a 1)",
        "(let* (%s) 1)      | (a 1)",
        "(let-values (%s) 1)  | (() 1)",
        "(let*-values (%s) 1) | (() 1)",
      })
  void countsEachClauseAsALevel(String form, String item) {
    assertLimit(form.replace("%s", (item + " ").repeat(25)), 20);
  }

  private static void assertLimit(String program, int limit) {
    Source source = Source.of("deep.scm", program);
    DiagnosticException thrown =
        catchThrowableOfType(
            DiagnosticException.class,
            () -> Expander.expand(source, DatumReader.readAll(source), limit));
    assertThat(thrown).isNotNull();
    assertThat(thrown.diagnostic().errorClass()).isEqualTo(ErrorClass.LIMIT);
    assertThat(thrown.diagnostic().phase()).isEqualTo(Phase.EXPAND);
    assertThat(thrown.diagnostic().message()).contains("more than 20 deep");
  }

  @Test
  void doesNotCountTheNestingOfLiterals() {
    String datum = "(".repeat(100_000) + ")".repeat(100_000);
    assertThat(ExpanderTest.expand("'" + datum).forms()).hasSize(1);
  }
}
