package dev.touchstone.conformance.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Printer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RendererTest {
  private static final Renderer NOTHING = Maps.of("");

  @Test
  void aMapThatSaysNothingKeepsTheTreeOfEveryProgram() {
    int compared = 0;
    for (String program : Maps.programs()) {
      if (Maps.render(NOTHING, program) instanceof Rendering.Text text) {
        assertThat(tokens(text.text())).isEqualTo(tokens(program));
        assertThat(text.changed()).as(program).isFalse();
        assertThat(text.printed()).isEqualTo(text.text());
        compared++;
      } else {
        assertThat(isReadable(program)).as(program).isFalse();
      }
    }
    assertThat(compared).isGreaterThan(800);
  }

  /** With each standard name renamed, what is quoted stays, and the shape of the tree. */
  @Test
  void quotedDataSurviveWhateverIsRenamed() {
    StringBuilder all = new StringBuilder("rename:\n");
    for (String name : Dialects.identifiers(Maps.CORPUS.language())) {
      if (!List.of("quote", "quasiquote", "unquote", "unquote-splicing").contains(name)) {
        all.append("  '%s': 'other:%s'\n".formatted(name, name));
      }
    }
    Renderer renamer = Maps.of(all.toString());
    int compared = 0;
    for (String program : Maps.programs()) {
      if (Maps.render(renamer, program) instanceof Rendering.Text text) {
        List<String> before = tokens(program);
        List<String> after = tokens(text.text());
        assertThat(after).hasSameSizeAs(before);
        assertThat(after.stream().map(t -> t.replace("other:", "")).toList()).isEqualTo(before);
        assertThat(quoted(text.text())).isEqualTo(quoted(program));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(700);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "(list 1) | (vec 1)",
        "'(list (list)) | '(list (list))",
        "`(list ,(list `(list ,list))) | `(list ,(vec `(list ,vec)))",
        "#(list) | #(list)",
        "(lambda (list) (list 1)) | (lambda (list) (list 1))",
        "(lambda list list) | (lambda list list)",
        "(lambda (a . list) (list a)) | (lambda (a . list) (list a))",
        "(define (list . x) x) (list 1) | (define (list . x) x) (list 1)",
        "(define (f) (define list car) (list '(1))) | (define (f) (define list car) (list '(1)))",
        "(let ((list list)) list) | (let ((list vec)) list)",
        "(let* ((a list) (list a) (b list)) b) | (let* ((a vec) (list a) (b list)) b)",
        "(letrec ((list (lambda () list))) list) | (letrec ((list (lambda () list))) list)",
        "(let list ((i list)) (list i)) | (let list ((i vec)) (list i))",
        "(do ((list list (cdr list))) ((null? list) list)) | (do ((list vec (cdr list))) ((null?"
            + " list) list))",
        "(case list ((list) list) (else list)) | (case vec ((list) vec) (else vec))",
        "(set! list car) (list '(1)) | (set! vec car) (vec '(1))",
        "(map list '()) | (map vec '())",
        "(lambda (vec) (list vec)) | (lambda (vec-1) (vec vec-1))",
        "(define vec 1) (define vec-1 2) (list vec vec-1 'vec) | (define vec-2 1) (define vec-1 2)"
            + " (vec vec-2 vec-1 'vec)",
        "(vec 1) | (vec-1 1)",
        "(let-values (((list) (values 1))) list) | (let-values (((list) (values 1))) list)",
        "(define-values (list b) (values 1 2)) list | (define-values (list b) (values 1 2)) list",
      })
  void renamesAreScoped(String program, String expected) {
    String rendered = Maps.text(Maps.of("rename: { list: vec }"), program);
    assertThat(rendered.replace('\n', ' ')).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "(when a b c) | (if a (do b c))",
        "(let ((when list)) (when 1 2)) | (let ((when list)) (when 1 2))",
        "(when (when 1 2) 3) | (if (if 1 (do 2)) (do 3))",
        "(lambda (if) (when if 1)) | (lambda (if-1) (if if-1 (do 1)))",
        "(or a b) | (let ((t-1 a)) (if t-1 t-1 b))",
        "(or a (or b c)) | (let ((t-1 a)) (if t-1 t-1 (let ((t-2 b)) (if t-2 t-2 c))))",
        "(cond (a b) (c d) (else e)) | (cond a b c d true e)",
        "(cond (else e)) | (cond true e)",
        "(map when x) | line 1, column 6: `when` stands here as a value, and toy has only a form"
            + " for it",
        "(cond (a => b)) | line 1, column 1: toy has no form for this `cond`",
        "(lambda (a . b) 1) | line 1, column 1: toy has no rest parameters",
        "(lambda (a b) 1) | (lambda (a b) 1)",
        "(unless a b) | line 1, column 1: the forms of toy rewrite this without end",
        "(let ((x 1) (y 2)) x y) | (let [x 1 y 2] x y)",
        "(let () 1) | (let [] 1)",
        "(abs x) | line 1, column 2: toy has no `abs`",
      })
  void formsAreRewritten(String program, String expected) {
    Renderer renderer =
        Maps.of(
            """
            rename: { begin: do, lambda: lambda }
            refuse: [abs]
            forms:
              - { from: (when c e ...), as: (if c (begin e ...)) }
              - { from: (or a b), as: (let (($t a)) (if $t $t b)) }
              - { from: (let (($x v)) b ...), to: "(let (({$x} {v})) {b ...})" }
              - { from: (let ((x v) ...) b ...), to: "(let [{x v ...}] {b ...})" }
              - { from: (cond (c e) ... (else d)), to: "(cond {c e ...} true {d})" }
              - { from: (lambda (a ... . r) b ...), refuse: no rest parameters }
              - { from: (unless a b), as: (unless a b) }
            """);
    assertThat(Maps.text(renderer, program)).isEqualTo(expected);
  }

  @Test
  void aRuleMayBeForTheTopLevelAlone() {
    Renderer renderer =
        Maps.of(
            """
            forms:
              - { from: (define x v), at: top-level, to: "(def {x} {v})" }
              - { from: (define x v), refuse: no definitions in bodies }
            """);
    assertThat(Maps.text(renderer, "(begin (begin (define x 1)) x)"))
        .isEqualTo("(begin (begin (def x 1)) x)");
    assertThat(Maps.text(renderer, "(let () (define x 1) x)"))
        .isEqualTo("line 1, column 9: toy has no definitions in bodies");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "#t | yes",
        "#false | no",
        "'(#t ()) | (quote (true nil))",
        "'(#f) | line 1, column 3: toy has no `#f` within quoted data",
        "(quote x) | (quote x)",
        "'x | (quote x)",
        "''x | (quote (quote x))",
        "#(1 2) | [1 2]",
        "'#(a #(b)) | (quote [a [b]])",
        "\"a\\n\\x41;\\\"\" | \"a^nA\\\"\"",
        "#\\a | #\\a",
        "#\\x41 | #\\A",
        "#\\tab | #\\Tab",
        "#\\null | line 1, column 1: toy has no name for the character #\\null",
        "#xff | 255",
        "1.5 | line 1, column 1: toy has integers only, not 1.5",
        "'(a . b) | line 1, column 2: toy has no dotted pairs",
        "'yes | (quote yes)",
        "'nil | line 1, column 2: the symbol `nil` could not be told from what toy writes so",
        "#u8(1) | line 1, column 1: toy has no bytevectors",
      })
  void literalsAreWrittenAsTheMapSays(String program, String expected) {
    Renderer renderer =
        Maps.of(
            """
            literals: { "#t": "yes", "#f": "no", signs: spelled, vectors: square, strings: plain, characters: plain,
                        character-names: { tab: Tab }, numbers: integers, bars: refuse, dots: refuse, bytevectors: refuse }
            data: { "#t": "true", "()": nil }
            values: { words: { nil: () } }
            """);
    assertThat(Maps.text(renderer, program)).isEqualTo(expected.replace("^n", "\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "source, '(f ''|a b| ''|c|)'",
    "refuse, 'line 1, column 5: toy has no symbols between bars'",
    "hex, '(f ''a\\x20;b ''c)'",
  })
  void symbolsBetweenBars(String style, String expected) {
    Renderer renderer = Maps.of("literals: { bars: " + style + " }");
    assertThat(Maps.text(renderer, "(f '|a b| '|c|)")).isEqualTo(expected);
  }

  @Test
  void theProgramsOwnQuoteIsWrittenInFull() {
    Renderer renderer = Maps.of("reserved: [quote]");
    assertThat(Maps.text(renderer, "(lambda (quote) 'x)"))
        .isEqualTo("(lambda (quote-1) (quote-1 x))");
    assertThat(Maps.text(renderer, "(lambda (x) 'x)")).isEqualTo("(lambda (x) 'x)");
    assertThat(Maps.text(Maps.of("rename: { quote: q }"), "'(quote 'x)"))
        .isEqualTo("(q (quote 'x))");
  }

  @Test
  void insideMacrosNothingMayChange() {
    String macro = "(define-syntax m (syntax-rules () ((_ a) (list a))))\n(m 1)";
    assertThat(Maps.text(Maps.of("rename: { list: vec }"), macro))
        .isEqualTo(
            "line 1, column 43: `list` stands in a macro here, and toy writes it in another way");
    assertThat(Maps.text(Maps.of("rename: { car: first }"), macro)).isEqualTo(macro);
    String operand = "(define-syntax m (syntax-rules () ((_ a) a)))\n(m list)";
    assertThat(Maps.text(Maps.of("rename: { list: vec }"), operand)).startsWith("line 2, column 4");
  }

  @Test
  void aClosedMapRefusesStandardNamesThatItDoesNotListAndNoOthers() {
    Renderer closed = Maps.of("keep: [car, quote]");
    assertThat(Maps.text(closed, "(car nowhere)")).isEqualTo("(car nowhere)");
    assertThat(Maps.text(closed, "(cdr x)")).isEqualTo("line 1, column 2: toy has no `cdr`");
    assertThat(Maps.text(closed, "'cdr")).isEqualTo("'cdr");
  }

  @Test
  void commentsGoAndLinesStay() {
    String program = "; one\n(list 1 ; two\n      #;no 2\n  #| three |# 3)";
    assertThat(Maps.text(NOTHING, program)).isEqualTo("(list 1\n      2\n  3)");
  }

  @Test
  void theLastExpressionIsFoundInTheRenderingWhateverBecameOfIt() {
    Renderer renderer =
        Maps.of(
            """
            rename: { begin: do }
            forms: [{ from: (when c e), as: (if c e) }]
            program: { value: "<{form}>" }
            """);
    assertThat(printed(renderer, "(define x 1) (when x 2)")).isEqualTo("(define x 1)\n<(if x 2)>");
    assertThat(printed(renderer, "(begin (define x 1) (list x))"))
        .isEqualTo("(do (define x 1) <(list x)>)");
    assertThat(printed(renderer, "(define x 1)")).isEqualTo("(define x 1)");
  }

  private static String printed(Renderer renderer, String program) {
    return Maps.render(renderer, program) instanceof Rendering.Text text
        ? text.printed().strip().replace(") (define", ")\n(define").replace(") <(if", ")\n<(if")
        : "refused";
  }

  @Test
  void theProgramStandsAfterThePreambleAndEachFormHasItsPlace() {
    Renderer renderer = Maps.of("program: { preamble: '(define a 1) (define b 2)' }");
    if (Maps.render(renderer, "(define c 3) c") instanceof Rendering.Text text) {
      assertThat(text.text().substring(text.start())).startsWith("(define c 3)");
      assertThat(text.forms().stream().map(f -> text.text().substring(f.start(), f.end())))
          .containsExactly("(define a 1)", "(define b 2)", "(define c 3)", "c");
      assertThat(text.changed()).isTrue();
    } else {
      throw new AssertionError("refused");
    }
  }

  @Test
  void depthIsNoProblem() {
    int depth = 20_000;
    String data = "'" + "(list ".repeat(depth) + "1" + ")".repeat(depth);
    String calls = "(list ".repeat(depth) + "1" + ")".repeat(depth);
    String whens = "(when 1 ".repeat(depth) + "1" + ")".repeat(depth);
    Renderer renderer =
        Maps.of("rename: { list: l }\nforms: [{ from: (when c e ...), as: (if c e ...) }]");
    assertThat(Maps.text(renderer, data)).isEqualTo(data);
    assertThat(Maps.text(renderer, calls)).startsWith("(l (l (l");
    assertThat(Maps.text(renderer, whens)).startsWith("(if 1 (if 1 (if 1");
  }

  @Test
  void aRefusalPointsAtThePlace() {
    assertThat(Maps.render(Maps.of("refuse: [abs]"), "(list\n  (abs 1))"))
        .isInstanceOfSatisfying(
            Rendering.Refused.class,
            r ->
                assertThat(r.excerpt())
                    .isEqualTo("p.scm:2:4: toy has no `abs`\n    (abs 1))\n     ^^^"));
  }

  // ---- reading

  private static boolean isReadable(String program) {
    try {
      DatumReader.readAll(Source.of("p", program));
      return true;
    } catch (DiagnosticException e) {
      return false;
    }
  }

  /** The tree of a text as the sequence of its atoms and parentheses. */
  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Deque<Object> todo = new ArrayDeque<>(DatumReader.readAll(Source.of("p", text)));
    while (!todo.isEmpty()) {
      switch (todo.pop()) {
        case Syntax.Atom atom -> tokens.add(Printer.write(atom.datum()));
        case Syntax.ListForm list -> {
          todo.push(")");
          if (list.tail() != null) {
            todo.push(list.tail());
            todo.push(".");
          }
          list.items().reversed().forEach(todo::push);
          tokens.add("(");
        }
        case Syntax.VectorForm vector -> {
          todo.push(")");
          vector.items().reversed().forEach(todo::push);
          tokens.add("#(");
        }
        case Syntax.Labelled labelled -> {
          todo.push(labelled.datum());
          tokens.add("#" + labelled.label() + "=");
        }
        case Syntax.LabelReference reference -> tokens.add("#" + reference.label() + "#");
        case Object text2 -> tokens.add(text2.toString());
      }
    }
    return tokens;
  }

  /** The data after a quote sign, outermost first. */
  private static List<List<String>> quoted(String text) {
    List<List<String>> quoted = new ArrayList<>();
    Deque<Syntax> todo = new ArrayDeque<>(DatumReader.readAll(Source.of("p", text)));
    while (!todo.isEmpty()) {
      if (todo.pop() instanceof Syntax.ListForm list) {
        boolean isQuote =
            list.items().size() == 2 && list.items().getFirst().span().text().equals("'");
        if (isQuote) {
          quoted.add(tokens(list.items().get(1).span().text()));
        } else {
          list.items().reversed().forEach(todo::push);
        }
      }
    }
    return quoted;
  }
}
