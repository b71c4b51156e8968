package dev.touchstone.vm.expand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Printer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DottedListsTest {
  private static Syntax read(String text) {
    return DatumReader.readAll(Source.of("test", text)).getFirst();
  }

  /** The shape of a syntax, with each dot that is left. */
  private static String shape(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Atom atom -> Printer.write(atom.datum());
      case Syntax.LabelReference reference -> "#" + reference.label() + "#";
      case Syntax.Labelled labelled -> "#" + labelled.label() + "=" + shape(labelled.datum());
      case Syntax.VectorForm vector ->
          "#" + vector.items().stream().map(DottedListsTest::shape).toList();
      case Syntax.ListForm list ->
          list.items().stream().map(DottedListsTest::shape).toList()
              + (list.tail() == null ? "" : "." + shape(list.tail()));
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a                       | a",
        "(a b)                   | [a, b]",
        "(a . b)                 | [a].b",
        "(a . (b))               | [a, b]",
        "(a . ())                | [a]",
        "(a . (b . (c . d)))     | [a, b, c].d",
        "((a . (b)) . (c))       | [[a, b], c]",
        "(x (a . (b . (c))) . y) | [x, [a, b, c]].y",
        "#((a . (b)) c)          | #[[a, b], c]",
        "(a . #((b . (c))))      | [a].#[[b, c]]",
        "#0=(a . (b . #0#))      | #0=[a, b].#0#",
        "(a . #0=(b . (c)))      | [a, b, c]",
        "(a . 'b)                | [a, quote, b]",
      })
  void aListAfterADotIsTheRest(String text, String shape) {
    assertThat(shape(DottedLists.flattened(read(text)))).isEqualTo(shape);
  }

  @Test
  void aFormWithoutSuchAListStaysTheObjectThatItIs() {
    Syntax form = read("(f (a . b) #(c) \"s\")");
    assertThat(DottedLists.flattened(form)).isSameAs(form);
  }

  @Test
  void spansStay() {
    Syntax.ListForm form = (Syntax.ListForm) DottedLists.flattened(read("(f . ((g . (x))))"));
    assertThat(form.span().text()).isEqualTo("(f . ((g . (x))))");
    assertThat(form.items().get(1).span().text()).isEqualTo("(g . (x))");
  }

  @Test
  void nestingCostsNoJavaStack() {
    int depth = 500_000;
    Syntax tails = DottedLists.flattened(read("(a . ".repeat(depth) + "()" + ")".repeat(depth)));
    assertThat(((Syntax.ListForm) tails).items()).hasSize(depth);
    Syntax heads = DottedLists.flattened(read("(".repeat(depth) + "a" + " . (b))".repeat(depth)));
    assertThat(((Syntax.ListForm) heads).items()).hasSize(2);
  }
}
