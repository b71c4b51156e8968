package dev.touchstone.vm.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.bytecode.assembly.AssemblyReader;
import dev.touchstone.vm.bytecode.assembly.AssemblyWriter;
import dev.touchstone.vm.bytecode.binary.BinaryReader;
import dev.touchstone.vm.bytecode.binary.BinaryWriter;
import dev.touchstone.vm.expand.StandardLibraries;
import dev.touchstone.vm.source.Diagnostic;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.SourceFiles;
import dev.touchstone.vm.value.Condition;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Programs with libraries, on both machines; what the corpus cannot say of them. */
class LibrariesTest {
  private static final ReferenceVm VM = ReferenceVm.create();
  private static final DefinitionalVm ORACLE = DefinitionalVm.create();

  private final Map<String, String> files = new HashMap<>();
  private final StringBuilder output = new StringBuilder();

  private JvmHost host() {
    return new JvmHost(output::append).reading(SourceFiles.of(files), List.of("lib"));
  }

  private Completion run(String program) {
    return VM.run(Source.of("dir/main.scm", program), Limits.GENEROUS, host());
  }

  private String value(String program) {
    String value = written(run(program));
    Source source = Source.of("dir/main.scm", program);
    assertThat(written(ORACLE.run(source, Limits.GENEROUS, host()))).isEqualTo(value);
    return value;
  }

  private static String written(Completion completion) {
    return switch (completion) {
      case Completion.Returned returned -> Printer.write(returned.values().getFirst());
      case Completion.Raised(Condition condition, var _, var _, var _) ->
          condition.errorClass().id() + ": " + condition.message();
      default -> completion.toString();
    };
  }

  private Diagnostic rejection(String program) {
    return ((Completion.Rejected) run(program)).diagnostic();
  }

  @Test
  void looksInTheLibraryPathFirstAndThenBesideTheProgram() {
    files.put(
        "lib/a.sld",
        "(define-library (a) (import (scheme base)) (export x) (begin (define x 'path)))");
    files.put(
        "dir/a.sld",
        "(define-library (a) (import (scheme base)) (export x) (begin (define x 'beside)))");
    files.put(
        "dir/b.sld",
        "(define-library (b) (import (scheme base)) (export y) (begin (define y 'beside)))");
    assertThat(value("(import (scheme base) (a) (b)) (list x y)")).isEqualTo("(path beside)");
  }

  @Test
  void pointsAtTheFileWhereTheMistakeIs() {
    files.put("dir/a.sld", "(define-library (a)\n  (import (scheme base))\n  (begin (if)))");
    Diagnostic diagnostic = rejection("(import (a))");
    assertThat(diagnostic.span()).hasToString("dir/a.sld:3:10");
    assertThat(diagnostic.errorClass()).isEqualTo(ErrorClass.SYNTAX);
  }

  @Test
  void namesTheImportersOfWhatIsMissing() {
    files.put("dir/a.sld", "(define-library (a) (import (b)))");
    files.put("dir/b.sld", "(define-library (b) (import (no such)))");
    Diagnostic diagnostic = rejection("(import (a))");
    assertThat(diagnostic.message())
        .isEqualTo(
            "There is no library (no such), and no file no/such.sld. It is imported by (b), which"
                + " is imported at dir/a.sld:1:29, that by (a), which is imported at"
                + " dir/main.scm:1:9.");
    assertThat(diagnostic.errorClass()).isEqualTo(ErrorClass.IMPORT);
    assertThat(diagnostic.phase()).isEqualTo(Phase.EXPAND);
    assertThat(diagnostic.span()).hasToString("dir/b.sld:1:29");
  }

  @Test
  void pointsAtTheRunTimeErrorInAnIncludedFile() {
    files.put("dir/part.scm", "\n(define (f x)\n  (car x))");
    Completion.Raised raised = (Completion.Raised) run("(include \"part.scm\") (+ 1 (f 2))");
    assertThat(raised.span()).hasToString("dir/part.scm:3:3");
  }

  @Test
  void runsAChainOfAThousandLibraries() {
    StringBuilder text = new StringBuilder();
    text.append("(define-library (l 0) (export x) (import (scheme base)) (begin (define x 0)))");
    for (int i = 1; i <= 1000; i++) {
      text.append("(define-library (l %d) (export x) (import (except (scheme base) +)".formatted(i))
          .append(" (only (scheme base) +) (prefix (l %d) p:))".formatted(i - 1))
          .append(" (begin (define x (+ 1 p:x))))\n");
    }
    assertThat(value(text + "(import (l 1000)) x")).isEqualTo("1000");
    assertThat(value(text + "(eval 'x (environment '(l 1000)))")).isEqualTo("1000");
  }

  @Test
  void leavesLibrariesAloneWhenAScriptRedefinesWhatTheyUse() {
    String library =
        "(define-library (a) (export f g) (import (scheme base))"
            + " (begin (define (f x) (+ (car x) 1)) (define (g . x) (apply list x))))";
    assertThat(
            value(
                library
                    + "(define (car x) 'mine) (define (+ . x) 'sum) (import (only (a) f g))"
                    + " (set! list 5) (list? 1) (cons (f '(1)) (cons (g 1 2) (cons (+ 1) '())))"))
        .isEqualTo("(2 (1 2) sum)");
  }

  @Test
  void keepsTheVariableThatAScriptImportsUnderItsOwnName() {
    assertThat(value("(define (f) (car '(1))) (import (scheme base)) (define (car x) 2) (f)"))
        .isEqualTo("2");
    assertThat(value("(define (car x) 2) (import (only (scheme base) car)) (car '(1))"))
        .isEqualTo("1");
  }

  @Test
  void doesArithmeticOfLibrariesByInstructions() {
    String program =
        "(define-library (a) (export f) (import (scheme base)) (begin (define (f x) (+ x 1))))"
            + " (import (scheme base) (a)) (define (- a b) a) (+ (f 1) (- 2 1))";
    String code = VM.disassemble(Source.of("main.scm", program), host());
    assertThat(code).contains("ADD").doesNotContain("SUB").doesNotContain("GLOBAL        +");
    assertThat(value(program)).isEqualTo("4");
  }

  @Test
  void writesVariablesOfOneNameApartAndReadsThemBack() {
    String program =
        "(define-library (a) (export get) (import (scheme base))"
            + " (begin (define x 'a) (define (get) x)))"
            + "(define-library (b) (export x) (import (scheme base)) (begin (define x 'b)))"
            + " (import (rename (scheme base) (+ add)) (prefix (a) a:) (prefix (b) b:))"
            + " (define x 'mine) (define (+ a b) (list a b)) (+ (list x (a:get) b:x) (add 1 2))";
    Unit unit = VM.compile(Source.of("main.scm", program), host());
    String expected = "((mine a b) 3)";
    assertThat(value(program)).isEqualTo(expected);
    assertThat(written(VM.run(unit, Limits.GENEROUS, host()))).isEqualTo(expected);
    byte[] bytes = BinaryWriter.write(unit);
    Unit read = BinaryReader.read(bytes);
    assertThat(written(VM.run(read, Limits.GENEROUS, host()))).isEqualTo(expected);
    assertThat(BinaryWriter.write(read)).isEqualTo(bytes);
    String assembly = AssemblyWriter.write(unit);
    Unit assembled = AssemblyReader.read(Source.of("main.tasm", assembly)).unit();
    assertThat(written(VM.run(assembled, Limits.GENEROUS, host()))).isEqualTo(expected);
    assertThat(VM.verify(read).orThrow().functions()).isPositive();
  }

  @Test
  void keepsTheTextsOfAllFilesInTheBinaryForm() {
    files.put(
        "dir/a.sld", "(define-library (a) (export f) (import (scheme base)) (include \"b.scm\"))");
    files.put("dir/b.scm", "(define (f x)\n  (car x))");
    Source main = Source.of("dir/main.scm", "(import (a)) (f 1)");
    Unit unit = BinaryReader.read(BinaryWriter.write(VM.compile(main, host())));
    Completion.Raised raised = (Completion.Raised) VM.run(unit, Limits.GENEROUS, host());
    assertThat(raised.span()).hasToString("dir/b.scm:2:3");
    assertThat(ErrorText.render(raised)).contains("(car x)");
  }

  @Test
  void findsAMalformedLibraryThatNobodyImports() {
    assertThat(rejection("(define-library (a) (export x)) (display 1)").errorClass())
        .isEqualTo(ErrorClass.IMPORT);
  }

  @Test
  void bindsImportsAfterACondExpand() {
    assertThat(
            value(
                "(cond-expand ((library (scheme nonsense)) (import (scheme nonsense)))"
                    + " (r7rs (import (scheme base) (scheme cxr))) (else 1)) (caddr '(1 2 3))"))
        .isEqualTo("3");
    assertThat(value("(begin (import (only (scheme base) quote)) (define-library (x))) 'a"))
        .isEqualTo("a");
    files.put("dir/head.scm", "(import (only (scheme base) car quote))");
    assertThat(value("(include \"head.scm\") (car '(1))")).isEqualTo("1");
    assertThat(value("(include \"head.scm\") (cdr '(1))")).startsWith("unbound");
  }

  @Test
  void knowsTheWordsOfRequirementsByTheirNames() {
    assertThat(value("(let ((else #f) (r7rs #f) (and #f)) (cond-expand ((and r7rs) 1) (else 2)))"))
        .isEqualTo("1");
  }

  @Test
  void refusesAFileThatIncludesItself() {
    files.put("dir/a.scm", "(define (f) (include \"../dir/./a.scm\"))");
    assertThat(rejection("(let () (include \"a.scm\") 1)").message())
        .isEqualTo("The file ../dir/./a.scm includes itself.");
  }

  @Test
  void runsTwoWorldsAtATime() throws Exception {
    String program =
        "(define-library (c) (export next!) (import (scheme base))"
            + " (begin (define n 0) (define (next!) (set! n (+ n 1)) n)))"
            + " (import (scheme base) (scheme eval) (c))"
            + " (let loop ((i 0)) (if (< i 2000) (begin (next!) (loop (+ i 1)))"
            + " (eval '(next!) (environment '(c)))))";
    Callable<String> one =
        () -> written(VM.run(Source.of("m", program), Limits.GENEROUS, new JvmHost(_ -> {})));
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      for (Future<String> result : pool.invokeAll(List.of(one, one, one, one))) {
        assertThat(result.get()).isEqualTo("2001");
      }
    }
  }

  @Test
  void hasEveryNameOfEveryStandardLibrary() {
    List<String> missing = new ArrayList<>();
    for (String library : StandardLibraries.names()) {
      for (Symbol name : Objects.requireNonNull(StandardLibraries.exports(library))) {
        Completion completion = run("(import (only " + library + " " + name + ")) " + name);
        boolean isKeyword =
            completion instanceof Completion.Rejected(Diagnostic d)
                && d.message().equals("The keyword " + name + " is no expression.");
        if (!isKeyword && !(completion instanceof Completion.Returned)) {
          missing.add(library + " " + name);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void grantsNoFilesUnlessTheHostDoes() {
    Completion completion =
        VM.run(
            Source.of("m", "(include \"/etc/hostname\")"), Limits.GENEROUS, new JvmHost(_ -> {}));
    assertThat(((Completion.Rejected) completion).diagnostic().errorClass())
        .isEqualTo(ErrorClass.FILE);
  }
}
