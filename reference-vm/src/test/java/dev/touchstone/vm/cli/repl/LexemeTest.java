package dev.touchstone.vm.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LexemeTest {
  private static List<String> lexemes(String text) {
    return Lexeme.of(text).stream()
        .map(each -> each.kind() + " " + text.substring(each.start(), each.end()))
        .toList();
  }

  @Test
  void knowsTheKindsOfWords() {
    assertThat(lexemes("(f -1 .5 #xff 'a `(b ,c ,@d) - ... 1+)"))
        .containsExactly(
            "OPEN (",
            "WORD f",
            "NUMBER -1",
            "NUMBER .5",
            "NUMBER #xff",
            "QUOTE '",
            "WORD a",
            "QUOTE `",
            "OPEN (",
            "WORD b",
            "QUOTE ,",
            "WORD c",
            "QUOTE ,@",
            "WORD d",
            "CLOSE )",
            "WORD -",
            "WORD ...",
            "NUMBER 1+",
            "CLOSE )");
    assertThat(lexemes("#t #false #\\a #\\( #\\space #(1) #u8(2) |a b|"))
        .containsExactly(
            "CONSTANT #t",
            "CONSTANT #false",
            "CHARACTER #\\a",
            "CHARACTER #\\(",
            "CHARACTER #\\space",
            "OPEN #(",
            "NUMBER 1",
            "CLOSE )",
            "OPEN #u8(",
            "NUMBER 2",
            "CLOSE )",
            "WORD |a b|");
  }

  @Test
  void commentsAndStringsHoldAnything() {
    assertThat(lexemes("; ( \"\n\"a\\\"(\" #| ( #| ) |# |# #;x"))
        .containsExactly(
            "COMMENT ; ( \"",
            "STRING \"a\\\"(\"",
            "COMMENT #| ( #| ) |# |#",
            "COMMENT #;",
            "WORD x");
  }

  @Test
  void whatIsUnfinishedGoesToTheEnd() {
    assertThat(lexemes("\"a (")).containsExactly("STRING \"a (");
    assertThat(lexemes("\"a\\")).containsExactly("STRING \"a\\");
    assertThat(lexemes("#| a")).containsExactly("COMMENT #| a");
    assertThat(lexemes("#\\")).containsExactly("CHARACTER #\\");
    assertThat(lexemes("#")).containsExactly("NUMBER #");
    assertThat(lexemes("|a")).containsExactly("WORD |a");
  }
}
