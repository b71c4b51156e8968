package dev.touchstone.vm.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.api.Completion;
import dev.touchstone.vm.api.JvmHost;
import dev.touchstone.vm.api.Limits;
import dev.touchstone.vm.api.ReferenceVm;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Condition;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Str;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strings, vectors and bytevectors against models, and what their procedures complain about. */
class TextProceduresTest {
  private static final ReferenceVm VM = ReferenceVm.create();
  private static final int ROUNDS = 100;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  private static String result(String program) {
    Completion completion =
        VM.run(Source.of("test.scm", program), Limits.GENEROUS, new JvmHost(text -> {}));
    return switch (completion) {
      case Completion.Returned returned -> Printer.write(returned.values().getFirst());
      case Completion.Raised raised when raised.payload() instanceof Condition c ->
          c.errorClass().id() + ": " + c.message();
      default -> completion.toString();
    };
  }

  /** What a copy within one sequence of the bytes 0 to n-1 leaves, on a copy of it. */
  private static List<Integer> copied(int length, int at, int start, int end) {
    List<Integer> before = IntStream.range(0, length).boxed().toList();
    List<Integer> after = new ArrayList<>(before);
    for (int i = start; i < end; i++) {
      after.set(at + i - start, before.get(i));
    }
    return after;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(apply bytevector l)        | bytevector-copy! | (bytes->list s)",
        "(apply vector l)            | vector-copy!     | (vector->list s)",
        "(list->string (map char l)) | string-copy!     | (map char->integer (string->list s))"
      })
  void copiesWithinOneSequenceAgreeWithAModel(String make, String copy, String show) {
    String prelude =
        "(define (char n) (integer->char n))"
            + " (define (bytes->list b) (let loop ((i (- (bytevector-length b) 1)) (l '()))"
            + " (if (< i 0) l (loop (- i 1) (cons (bytevector-u8-ref b i) l)))))"
            + " (define (iota n) (let loop ((n n) (l '()))"
            + " (if (= n 0) l (loop (- n 1) (cons (- n 1) l)))))";
    for (int i = 0; i < ROUNDS; i++) {
      int length = 1 + random.nextInt(12);
      int start = random.nextInt(length + 1);
      int end = start + random.nextInt(length + 1 - start);
      int at = random.nextInt(length - (end - start) + 1);
      String program =
          "%s (define l (iota %d)) (define s %s) (%s s %d s %d %d) %s"
              .formatted(prelude, length, make, copy, at, start, end, show);
      String expected =
          copied(length, at, start, end).stream()
              .map(String::valueOf)
              .collect(Collectors.joining(" ", "(", ")"));
      assertThat(result(program)).as("seed %d: %s", seed, program).isEqualTo(expected);
    }
  }

  @Test
  void textIsEncodedAsTheJdkDoes() {
    for (int i = 0; i < ROUNDS; i++) {
      String text = randomText(random.nextInt(20));
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      String numbers =
          IntStream.range(0, bytes.length)
              .mapToObj(at -> String.valueOf(bytes[at] & 0xFF))
              .collect(Collectors.joining(" "));
      String literal = Printer.write(Str.of(text));
      assertThat(
              result(
                  "(list (equal? (string->utf8 %s) #u8(%s)) (string=? %s (utf8->string #u8(%s))))"
                      .formatted(literal, numbers, literal, numbers)))
          .as("seed %d: %s", seed, literal)
          .isEqualTo("(#t #t)");
    }
  }

  private String randomText(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      int c = random.nextInt(1 << (7 + random.nextInt(14)));
      boolean scalar = c <= Character.MAX_CODE_POINT && (c < 0xD800 || c > 0xDFFF);
      text.appendCodePoint(scalar ? c : 'x');
    }
    return text.toString();
  }

  @Test
  void bytesThatAreNoTextAreRefusedAsTheJdkDoes() {
    int refused = 0;
    for (int i = 0; i < ROUNDS; i++) {
      byte[] bytes = randomText(1 + random.nextInt(4)).getBytes(StandardCharsets.UTF_8);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      String numbers =
          IntStream.range(0, bytes.length)
              .mapToObj(at -> String.valueOf(bytes[at] & 0xFF))
              .collect(Collectors.joining(" "));
      boolean wellFormed = new String(bytes, StandardCharsets.UTF_8).indexOf(0xFFFD) < 0;
      String answer = result("(string? (utf8->string #u8(%s)))".formatted(numbers));
      assertThat(answer)
          .as("seed %d: %s", seed, numbers)
          .startsWith(wellFormed ? "#t" : "range: utf8->string: argument 1");
      refused += wellFormed ? 0 : 1;
    }
    assertThat(refused).isGreaterThan(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(char-upcase \"a\")                | type: char-upcase: argument 1 is not a character",
        "(char-ci<? #\\a 1)                 | type: char-ci<?: argument 2 is not a character",
        "(char=? #\\a #\\b 'c)              | type: char=?: argument 3 is not a character",
        "(string-ci=? \"a\" \"b\" #\\c)     | type: string-ci=?: argument 3 is not a string",
        "(string<? 'a \"b\")                | type: string<?: argument 1 is not a string",
        "(string-upcase 'a)                 | type: string-upcase: argument 1 is not a string",
        "(bytevector 1 256)                 | range: bytevector: argument 2 is not from 0 to 255",
        "(bytevector-u8-set! #u8(1) 0 0)    | type: bytevector-u8-set!: argument 1 is not mutable,"
            + " but a literal constant",
        "(bytevector-u8-ref (bytevector) 0) | range: bytevector-u8-ref: argument 2 is an index into"
            + " something empty",
        "(bytevector-append #u8() '())      | type: bytevector-append: argument 2 is not a"
            + " bytevector",
        "(string->utf8 \"abc\" 2 1)         | range: string->utf8: argument 2 is not from 0 to 1",
        "(string-map (lambda (c) 1) \"a\")  | type: string-map: the procedure returned what is no"
            + " character",
        "(string-for-each car 'a)           | type: string-for-each: argument 2 is not a string",
        "(vector-map + #(1) '(1))           | type: vector-map: argument 3 is not a vector",
        "(digit-value)                      | arity: digit-value: expected 1 argument, but the"
            + " number given is",
        "(char-foldcase #\\a #\\b)          | arity: char-foldcase: expected 1 argument, but the"
            + " number given is",
        "(char=?)                           | arity: char=?: expected at least 1 argument, but the"
            + " number given is",
      })
  void complaintsNameProcedureAndPlace(String program, String message) {
    assertThat(result(program)).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(make-bytevector 100000000 0)",
        "(let ((b (make-bytevector 50000000 0))) (bytevector-append b b))",
        "(string->utf8 (make-string 30000000 #\\x20AC))",
      })
  void resultsThatAreTooLongAreRefused(String program) {
    assertThat(result(program)).startsWith("limit: ");
  }

  @Test
  void aFreshResultIsNoPartOfItsArgument() {
    assertThat(
            result(
                "(define b (bytevector 1 2)) (define c (bytevector-copy b)) (bytevector-u8-set! c 0"
                    + " 9) (define v (vector 1)) (define w (vector-append v)) (vector-set! w 0 9)"
                    + " (list b v)"))
        .isEqualTo("(#u8(1 2) #(1))");
  }
}
