package dev.touchstone.vm.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.api.Completion;
import dev.touchstone.vm.api.ErrorText;
import dev.touchstone.vm.api.Host;
import dev.touchstone.vm.api.JvmHost;
import dev.touchstone.vm.api.Limits;
import dev.touchstone.vm.api.ReferenceVm;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.machine.Template;
import dev.touchstone.vm.machine.Translation;
import dev.touchstone.vm.machine.Translator;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Printer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A translated program does what the loop does, to the last counter. */
class JvmTranslatorTest {
  private static final ReferenceVm VM = ReferenceVm.create();

  private static final List<String> PROGRAMS =
      List.of(
          "(define (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))) (fib 15)",
          "(define (f n) (if (= n 0) 'done (f (- n 1)))) (f 10000)",
          "(let loop ((i 0) (acc '())) (if (>= i 5) acc (loop (+ i 1) (cons i acc))))",
          "(define x 1) (define (f) (set! x (+ x 1)) (set! car cdr) (car '(1 2))) (list (f) x)",
          "(define (f x) (+ x 1)) (define a (f 1)) (set! + -) (list a (f 1))",
          "(define (f x) (set! * +) (* x 5)) (list (f 2) (f 3))",
          "(define (f x) (set! not (lambda (x) 'mine)) (if (not x) (not x) 'no)) (f #t)",
          "(define (f x) (define (g) (set! x (+ x 1)) x) (g) (g) x) (f 1)",
          "(define (f . rest) rest) (list (f) (f 1) (apply f '(1 2)))",
          "(define f (case-lambda ((a) a) ((a b) (* a b)) ((a . r) r))) (list (f 1) (f 2 3) (f 1 2"
              + " 3))",
          "(letrec ((e? (lambda (n) (or (= n 0) (o? (- n 1))))) (o? (lambda (n) (and (> n 0) (e? (-"
              + " n 1)))))) (list (e? 10) (o? 10)))",
          "(define (f a b) (list (eq? a b) (< a b) (> a b) (<= a b) (>= a b) (= a b))) (f 1 2)",
          "(define (f a b) (list (quotient a b) (remainder a b) (modulo a b) (* a b))) (f -7 2)",
          "(define (f p) (set-car! p 1) (set-cdr! p 2) (list (pair? p) (null? p) (cdr p) (car p)))"
              + " (f (cons 0 0))",
          "(define (f v) (vector-set! v 0 'a) (vector-ref v 0)) (f (make-vector 1 'b))",
          "(define (f x) (if (not (pair? x)) (if (not (null? x)) 'atom 'nil) 'pair)) (map f '(1 ()"
              + " (1)))",
          "(define (f x) (or x 'other)) (list (f #f) (f 2))",
          "(define (f a) (+ a (or (car a) 1) (if (car a) 2 3))) (f '(#f))",
          "(define (f g) (call-with-values g (lambda (a . r) (list a r)))) (f (lambda () (values 1"
              + " 2 3)))",
          "(define (f) (let-values (((a b) (values 1 2)) ((c . d) (values 3 4 5))) (list a b c d)))"
              + " (f)",
          "(define (f) (let-values (((a b) (values 1 2 3))) a)) (f)",
          "(define (f x) (let-values (((a . r) x) ((b) (car x))) (list a r b))) (f '(1))",
          "(define (f x) (let-values ((r x)) r)) (f 1)",
          "(define (f n) (begin (values n n) n)) (f 3)",
          "(define k #f) (define n 0) (define (f) (+ 1 (call/cc (lambda (c) (set! k c) 1))))"
              + " (let ((r (f))) (set! n (+ n 1)) (if (< n 5) (k n) (list r n)))",
          "(define (f l) (dynamic-wind (lambda () 'in) (lambda () (map car l)) (lambda () 'out)))"
              + " (f '((1) (2)))",
          "(define (f x) (guard (e (#t (list 'caught e))) (raise (+ x 1)))) (f 1)",
          "(define (f x) (with-exception-handler (lambda (e) 10) (lambda () (+ x (raise-continuable"
              + " 'c))))) (f 1)",
          "(define (f n) (do ((i 0 (+ i 1)) (s 0 (+ s (* i i)))) ((= i n) s))) (f 100)",
          "(define (f) (letrec ((a (lambda () b)) (b 2)) (a))) (f)",
          "(define (f) (letrec ((a b) (b 2)) a)) (f)",
          "(define (make) (let ((n 0)) (lambda () (set! n (+ n 1)) n))) (let ((c (make))) (c) (list"
              + " (c) (c)))",
          "(define (f x) (car (cdr x))) (f '(1))",
          "(define (g x) (f x)) (define (f x) (+ 1 (car x))) (list (g 5))",
          "(define (g) 1) (define (f x c) (let ((r (if c (list x) (g)))) (g) (cons r c))) (f 1 #f)",
          "(define (f x y) (list (not (pair? x)) (not (not (eq? x y))))) (f 1 1)",
          "(define (f x) (y x)) (f 1)",
          "(define (f x) (set! undefined-variable x)) (f 1)",
          "(define (f x) (x 1 2)) (f 5)",
          "(define (f x) x) (+ 1 (f 1 2))",
          "(define (f x) (+ x 9223372036854775807)) (f 1)",
          "(define (f n) (if (= n 0) 0 (+ 1 (f (- n 1))))) (f 5000)",
          "(define (f) (f)) (f)",
          "(define (f) (+ 1 (f))) (f)",
          "(let loop ((i 0)) (loop (+ i 1)))",
          "(define (f x) (let loop ((i 0)) (if (= i 3) (vector i x (lambda () i)) (loop (+ i 1)))))"
              + " (vector-ref (f 2) 0)");

  /** An ordinary host with another translator, or none. */
  private record TestHost(JvmHost host, @Nullable Translator translator) implements Host {
    TestHost(@Nullable Translator translator) {
      this(new JvmHost(text -> {}), translator);
    }

    @Override
    public void write(String text) {
      host.write(text);
    }

    @Override
    public long nanoTime() {
      return host.nanoTime();
    }

    @Override
    public long allocatedBytes() {
      return host.allocatedBytes();
    }

    @Override
    public boolean interrupted() {
      return host.interrupted();
    }

    @Override
    public <T> T withDeepStack(Supplier<T> frontEnd) {
      return host.withDeepStack(frontEnd);
    }
  }

  static List<String> programs() {
    return PROGRAMS;
  }

  private static String outcome(String program, @Nullable Translator translator) {
    Limits limits = Limits.GENEROUS.withSteps(100_000).withStack(50_000, 50_000);
    Completion end = VM.run(Source.of("p.scm", program), limits, new TestHost(translator));
    return switch (end) {
      case Completion.Returned returned ->
          returned.values().stream().map(Printer::write).collect(Collectors.joining(" "))
              + returned.counters();
      case Completion.Raised raised -> ErrorText.render(raised) + raised.counters();
      case Completion.Exhausted exhausted -> exhausted.toString();
      default -> throw new AssertionError(end);
    };
  }

  @ParameterizedTest
  @MethodSource("programs")
  void doesWhatTheLoopDoes(String program) {
    assertThat(outcome(program, new JvmTranslator(0))).isEqualTo(outcome(program, null));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void doesSoWhenItComesInTheMiddle(String program) {
    assertThat(outcome(program, new JvmTranslator(3))).isEqualTo(outcome(program, null));
  }

  @Test
  void theProgramsHaveEveryInstruction() {
    String listings =
        PROGRAMS.stream()
            .map(p -> VM.disassemble(Source.of("p.scm", p), new TestHost(null)))
            .collect(Collectors.joining("\n"));
    Set<Opcode> missing = EnumSet.allOf(Opcode.class);
    missing.removeIf(opcode -> listings.matches("(?s).*\\b" + opcode.mnemonic() + "\\b.*"));
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 160, 240, 260, 2000})
  void leavesWhatIsTooLongForTheCompilerToTheLoop(int length) {
    String many = "(set! n (+ n (car '(1))))".repeat(length);
    Recorder recorder = new Recorder();
    String program = "(define n 0) (define (f) " + many + ") (f) (f) n";
    assertThat(outcome(program, recorder)).startsWith(2 * length + "Counters");
    assertThat(recorder.translated).isPositive();
    assertThat(recorder.refused).isEqualTo(length == 100 ? 0 : 1);
  }

  @Test
  void translatesACodeOnceItIsEnteredOften() {
    Recorder recorder = new Recorder();
    outcome("(define (f n) (if (= n 0) 0 (f (- n 1)))) (f 2)", recorder);
    assertThat(recorder.names).contains("f");
  }

  /** Translates at once, and counts. */
  private static final class Recorder implements Translator {
    private final Translator translator = new JvmTranslator(0);
    private final List<String> names = new ArrayList<>();
    private int translated;
    private int refused;

    @Override
    public int threshold() {
      return translator.threshold();
    }

    @Override
    public @Nullable Translation translate(Template template) {
      names.add(template.code().name());
      Translation made = translator.translate(template);
      if (made == null) {
        refused++;
      } else {
        translated++;
      }
      return made;
    }
  }
}
