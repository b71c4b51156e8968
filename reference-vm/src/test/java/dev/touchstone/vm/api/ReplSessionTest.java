package dev.touchstone.vm.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.SourceFiles;
import dev.touchstone.vm.value.Printer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplSessionTest {
  private static final ReferenceVm VM = ReferenceVm.create();

  private final Map<String, String> files = new HashMap<>();
  private final StringBuilder output = new StringBuilder();
  private final JvmHost host = new JvmHost(output::append).reading(files::get, List.of());
  private final ReplSession session = VM.session(Limits.GENEROUS, host);

  private String feed(String text) {
    return switch (session.feed(Source.of("<repl>", text))) {
      case Completion.Returned returned ->
          returned.values().isEmpty() ? "" : Printer.write(returned.values().getFirst());
      case Completion.Rejected(var diagnostic) -> "rejected: " + diagnostic.message();
      case Completion.Raised raised -> ErrorText.message(raised.payload());
      case Completion.Exhausted(String limit, var _) -> "limit: " + limit;
      case Completion.Exited(int code, var _) -> "exit " + code;
    };
  }

  @Test
  void keepsWhatIsDefined() {
    assertThat(feed("(define x 1)")).isEmpty();
    assertThat(feed("(define (f y) (+ x y))")).isEmpty();
    assertThat(feed("(set! x 10) (f 2)")).isEqualTo("12");
    assertThat(feed("(define x 20)")).isEmpty();
    assertThat(feed("(f 2)")).isEqualTo("22");
  }

  @Test
  void keepsMacrosAndRecords() {
    feed("(define-syntax twice (syntax-rules () ((_ e) (list e e))))");
    feed("(define-record-type point (make-point x) point? (x point-x))");
    assertThat(feed("(twice (point-x (make-point 3)))")).isEqualTo("(3 3)");
  }

  @Test
  void goesOnAfterErrors() {
    assertThat(feed("(define x 1) (car x) (define x 2)")).startsWith("car: ");
    assertThat(feed("x")).isEqualTo("1");
    assertThat(feed("(if)")).startsWith("rejected: ");
    assertThat(feed("(define y (if))")).startsWith("rejected: ");
    assertThat(feed("y")).isEqualTo("unbound variable: y");
    assertThat(feed("(+ x")).startsWith("rejected: ");
    assertThat(feed("(raise 'oops)")).isEqualTo("raised: oops");
    assertThat(feed("(+ x 1)")).isEqualTo("2");
  }

  @Test
  void reachesLimitsAndGoesOn() {
    ReplSession limited = VM.session(Limits.GENEROUS.withSteps(1000), host);
    Source endless = Source.of("<repl>", "(define (f) (f)) (f)");
    assertThat(limited.feed(endless)).isInstanceOf(Completion.Exhausted.class);
    assertThat(limited.feed(Source.of("<repl>", "(+ 1 2)")))
        .isInstanceOf(Completion.Returned.class);
  }

  @Test
  void redefinesStandardNamesForAllThatWasDefined() {
    feed("(define (f x) (+ x 1))");
    feed("(define (+ a b) 'sum)");
    assertThat(feed("(f 1)")).isEqualTo("sum");
  }

  @Test
  void importsLibraries() {
    files.put(
        "a.sld",
        "(define-library (a) (export next!) (import (scheme base))"
            + " (begin (define n 0) (define (next!) (set! n (+ n 1)) n)))");
    assertThat(feed("(next!)")).isEqualTo("unbound variable: next!");
    assertThat(feed("(import (a))")).isEmpty();
    assertThat(feed("(next!) (next!)")).isEqualTo("2");
    assertThat(feed("(import (prefix (a) a:)) (a:next!)")).isEqualTo("3");
    assertThat(feed("(import (scheme base)) (car '(1))")).isEqualTo("1");
  }

  @Test
  void readsALibraryAgainThatWasNoGood() {
    assertThat(feed("(import (a))")).startsWith("rejected: There is no library (a)");
    files.put("a.sld", "(define-library (a) (export x) (import (scheme base)) (begin (if)))");
    assertThat(feed("(import (a))")).startsWith("rejected: if needs");
    files.put("a.sld", "(define-library (a) (export x) (import (scheme base)) (begin (car 1)))");
    assertThat(feed("(import (a))")).startsWith("rejected: The library (a) exports x");
    files.put(
        "a.sld",
        "(define-library (a) (export x) (import (scheme base)) (begin (define x (car 1))))");
    assertThat(feed("(import (a))")).startsWith("car: ");
    files.put(
        "a.sld", "(define-library (a) (export x) (import (scheme base)) (begin (define x 5)))");
    assertThat(feed("(import (a)) x")).isEqualTo("5");
  }

  @Test
  void definesLibrariesAnew() {
    feed("(define-library (a) (export x) (import (scheme base)) (begin (define x 1)))");
    assertThat(feed("(import (a)) x")).isEqualTo("1");
    feed("(define-library (a) (export x) (import (scheme base)) (begin (define x 2)))");
    assertThat(feed("x")).isEqualTo("1");
    assertThat(feed("(import (a)) x")).isEqualTo("2");
  }

  @Test
  void writesAndTellsNames() {
    assertThat(feed("(display 'hello)")).isNotNull();
    assertThat(output).hasToString("hello");
    feed("(define my-name 1)");
    assertThat(session.names())
        .contains("my-name", "car", "if", "define-syntax")
        .noneMatch(name -> name.startsWith("%"));
  }

  @Test
  void evaluatesNothingInAnEmptyText() {
    assertThat(feed("; nothing")).isEmpty();
  }

  @Test
  void keepsToItsOwnWorld() {
    feed("(define x 1)");
    ReplSession other = VM.session(Limits.GENEROUS, new JvmHost(_ -> {}));
    assertThat(other.feed(Source.of("<repl>", "x"))).isInstanceOf(Completion.Raised.class);
    assertThat(SourceFiles.none().source("x")).isNull();
  }
}
