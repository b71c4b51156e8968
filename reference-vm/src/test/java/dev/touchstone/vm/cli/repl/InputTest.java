package dev.touchstone.vm.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.cli.repl.Input.Item;
import dev.touchstone.vm.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {
  private static List<String> items(String text) {
    Input.Whole whole = (Input.Whole) Input.of(Source.of("test", text));
    return whole.items().stream().map(InputTest::shown).toList();
  }

  private static String shown(Item item) {
    return switch (item) {
      case Item.Form(var syntax) -> syntax.span().text();
      case Item.Command command ->
          command.word()
              + " "
              + command.arguments().stream().map(each -> each.span().text()).toList()
              + " <"
              + command.line()
              + ">";
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "(a (b)",
        "#(1",
        "#u8(1",
        "\"abc",
        "\"abc\\",
        "|abc",
        "#| comment",
        "#;",
        "'",
        "`",
        ",",
        ",@",
        "#0=",
        "(a . ",
        "#\\",
        "1 (",
        ",time (f",
        ",time '"
      })
  void isUnfinishedWhereTheTextEndsWithinADatumOrAComment(String text) {
    assertThat(Input.of(Source.of("test", text))).isInstanceOf(Input.Unfinished.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {")", "(a . )", "(')", "#<x>", "(1 . 2 3", "#z", "#!what (", "#u8(300"})
  void isWrongWhereNoMoreTextWouldHelp(String text) {
    assertThat(Input.of(Source.of("test", text))).isInstanceOf(Input.Wrong.class);
  }

  @Test
  void isAnyNumberOfForms() {
    assertThat(items("")).isEmpty();
    assertThat(items(" ; nothing\n #| at all |# ")).isEmpty();
    assertThat(items("(a) b\n\"c\" #;d 'e")).containsExactly("(a)", "b", "\"c\"", "'e");
  }

  @Test
  void aCommaBeforeAWordBeginsACommand() {
    assertThat(items(",help")).containsExactly("help [] <>");
    assertThat(items(" ,doc car ")).containsExactly("doc [car] <car>");
    assertThat(items(",time (f x)")).containsExactly("time [(f x)] <(f x)>");
    assertThat(items(",load /tmp/a b.scm")).containsExactly("load [/tmp/a, b.scm] </tmp/a b.scm>");
  }

  @Test
  void whatBeginsOnALaterLineIsNoArgument() {
    assertThat(items(",time\n(f)")).containsExactly("time [] <>", "(f)");
    assertThat(items("(define x 1)\n,time (f\n  x)\n(g)\n,help\n"))
        .containsExactly("(define x 1)", "time [(f\n  x)] <(f>", "(g)", "help [] <>");
  }

  @Test
  void otherUnquotesAreForms() {
    assertThat(items(",(f) ,@x , x ,5 (unquote x)"))
        .containsExactly(",(f)", ",@x", ", x", ",5", "(unquote x)");
  }
}
