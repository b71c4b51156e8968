package dev.touchstone.conformance.corpus.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.corpus.FeaturesLoader;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Problems;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureScanTest {
  private static final Language LANGUAGE = shipped();

  /** The shipped table; that it is right is tested with the corpus. */
  private static Language shipped() {
    FeaturesLoader loader = new FeaturesLoader(new Problems());
    try {
      loader.read("features.yaml", Files.readAllBytes(Path.of("../spec/features.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return loader.language(Map.of());
  }

  private static FeatureScan scan(String... texts) {
    return FeatureScan.of(
        LANGUAGE.featuresOfIdentifiers(),
        Arrays.stream(texts).map(t -> DatumReader.readAll(Source.of("p", t))).toList(),
        Set.of("N"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'a | quote",
        "'(a . (1 \"s\" #\\c #(#t) #u8(1))) | booleans bytevectors characters integers quote"
            + " strings vectors",
        "(quote car) | quote",
        "(car N) | pairs",
        "1.5 | flonums",
        "1/2 | rationals",
        "1+2i | complex",
        "1/2+2i | complex rationals",
        "100000000000000000000 | integers",
        "'#0=(a . #0#) | datum-labels quote",
        "(lambda (car) (car N)) | lambda",
        "(lambda (a . r) a) | lambda rest-parameters",
        "(lambda r (cons r r)) | lambda pairs rest-parameters",
        "(define (f car) (car cdr)) | define pairs",
        "(define (f . r) r) | define rest-parameters",
        "(define car cdr) (car N) | define pairs",
        "(f N) (define (f x) x) | define",
        "(begin (define g cdr)) (g N) | begin define pairs",
        "(define (f) (define g cdr) (g N)) | define internal-definitions pairs",
        "(let ((car 1)) (car cdr)) | integers let pairs",
        "(let ((car car)) car) | let pairs",
        "(let* ((car N) (y car)) y) | let-star",
        "(let loop ((i N)) (loop i)) | let named-let",
        "(letrec ((f (lambda () (f)))) f) | lambda letrec",
        "(let-values (((a . b) N) (c N)) (a b c)) | let-values",
        "(let*-values (((a) N) ((b) a)) b) | let-values",
        "(do ((i N (cdr i))) ((null? i) i) (car i)) | do pairs",
        "(case-lambda ((a) a) ((a . r) r)) | case-lambda rest-parameters",
        "(define-values (a . b) N) (a b) | define-values",
        "(cond (N => car) (else N)) | cond pairs",
        "(case N ((car 1) cdr) (else => N)) | case integers pairs",
        "(guard (e (N e) (else car)) (f e2)) (define f N) (define e2 N) | define guard pairs",
        "(define-values car N) car | define-values",
        "(define (f) (define-values (car . cdr) N) (car cdr)) | define define-values"
            + " internal-definitions",
        "(let ((x N)) (define-record-type point make point? (x car)) (car (make x))) |"
            + " internal-definitions let records",
        "(let-values () (define car N) car) | define internal-definitions let-values",
        "(let-values (((car) N) ((x) car)) x) | let-values pairs",
        "(let*-values (((car) N) ((x) car)) x) | let-values",
        "(let*-values ((car N) ((x . y) (car))) x) | let-values",
        "(case-lambda ((x) (define car x) car) (car (car))) | case-lambda define"
            + " internal-definitions rest-parameters",
        "(delay (car N)) (delay-force (cdr N)) (force N) | delay-force pairs promises",
        "(guard (car ((symbol? car) => list) ((eq? car N))) (car N)) | guard identity pairs"
            + " symbols",
        "(guard (e) (define car N) car) | define guard internal-definitions",
        "(parameterize () (define car N) car) | define internal-definitions parameters",
        "(parameterize ((N car)) N) | pairs parameters",
        "`(car ,cdr ,@N `(,(x ,list)) 1) | integers pairs quasiquote",
        "`#(a ,car) | pairs quasiquote vectors",
        "(define-record-type point (make x) point? (x point-x set-x!)) (make (point-x N)) |"
            + " records",
        "(define-syntax swap (syntax-rules () ((_ a b) (let ((tmp a)) (set! a b) (set! b tmp)))))"
            + " (swap N N) | assignment let syntax-rules",
        "(define-syntax my (syntax-rules () ((_ x ...) (list x ...)))) (my foo bar) | pairs"
            + " syntax-rules",
        "(let-syntax ((m (syntax-rules () ((_ x) x)))) (m N)) | local-macros syntax-rules",
        "(let ((if list)) (if 1 2)) | integers let pairs",
        "(let ((quote car)) 'a) | let pairs UNKNOWN",
        "(import (scheme base)) (car N) | import pairs",
        "(import (only (my lib) frob)) (frob N) | import",
        "(import (scheme base)) (frob N) | import UNKNOWN",
        "(frob N) | UNKNOWN",
        "(define-syntax d (syntax-rules () ((_ n) (define n 1)))) (d foo) foo | define integers"
            + " syntax-rules",
      })
  void derivesFeatures(String program, String features) {
    FeatureScan scan = scan(program);
    TreeSet<String> found = new TreeSet<>(scan.features().keySet());
    if (!scan.unknown().isEmpty()) {
      found.add("UNKNOWN");
    }
    assertThat(found).isEqualTo(new TreeSet<>(Arrays.asList(features.split(" "))));
  }

  @Test
  void knowsWhereANameIsUsedFirst() {
    assertThat(scan("'a\n(car\n  (cdr N))").features().get("pairs")).hasToString("p:2:2");
    assertThat(scan("(car N) (frob N)").unknown())
        .extracting(u -> u.name() + " " + u.span())
        .containsExactly("frob p:1:10");
  }

  @Test
  void textsOfOneProgramSeeEachOther() {
    FeatureScan scan = scan("(load \"a.scm\") (frob N)", "(define (frob x) (car x))");
    assertThat(scan.unknown()).isEmpty();
    assertThat(scan.features()).containsKeys("load", "strings", "define", "pairs");
  }

  @Test
  void depthIsNoProblem() {
    assertThat(scan(nested("(car ", 1_000_000)).features().keySet()).isEqualTo(Set.of("pairs"));
    assertThat(scan("'" + nested("(car ", 100_000)).features().keySet()).isEqualTo(Set.of("quote"));
    assertThat(scan("`" + nested("(car ", 100_000)).features().keySet())
        .isEqualTo(Set.of("quasiquote"));
    assertThat(scan(nested("(let ((x N)) ", 20_000)).features().keySet()).isEqualTo(Set.of("let"));
  }

  private static String nested(String open, int depth) {
    return open.repeat(depth) + "N" + ")".repeat(depth);
  }
}
