package dev.touchstone.vm.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParenthesesTest {
  private static Parentheses.@Nullable Pair at(String text) {
    int cursor = text.indexOf('^');
    return Parentheses.at(Lexeme.of(text.replace("^", "")), cursor);
  }

  @Test
  void findsThePairBehindWhoseEndOrOnWhoseBeginningTheCursorStands() {
    assertThat(at("(a (b)^ c)")).isEqualTo(new Parentheses.Pair(3, 5));
    assertThat(at("(a (b) c)^")).isEqualTo(new Parentheses.Pair(0, 8));
    assertThat(at("^(a (b) c)")).isEqualTo(new Parentheses.Pair(0, 8));
    assertThat(at("(a ^(b) c)")).isEqualTo(new Parentheses.Pair(3, 5));
    assertThat(at("#u8(1)^")).isEqualTo(new Parentheses.Pair(3, 5));
    assertThat(at("(a)^(b)")).isEqualTo(new Parentheses.Pair(0, 2));
  }

  @Test
  void findsNothingWhereNothingBelongsTogether() {
    assertThat(at("(a^ (b) c)")).isNull();
    assertThat(at("(a (b)^")).isEqualTo(new Parentheses.Pair(3, 5));
    assertThat(at(")^")).isNull();
    assertThat(at("^(a")).isNull();
    assertThat(at("(a \")^\" #\\) |)|")).isNull();
    assertThat(at("( ; )^")).isNull();
    assertThat(at("( #| )^ |# ")).isNull();
    assertThat(at("(#\\()^")).isEqualTo(new Parentheses.Pair(0, 4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '~',
      value = {
        "(define (f x)! 2",
        "(let ((a 1)! 6",
        "(let ((a 1))! 2",
        "(if (= n 0)! 4",
        "(list! 1",
        "(list a! 6",
        "((f x)! 1",
        "'(1 2! 2",
        "(cond ((a) b)! 6",
        "(when x! 2",
        "(f \"a ( b\"! 3",
        "(f ; (! 1",
        "(display \"abc! 0",
        "(f #| (a! 0",
        "(a (b (c)))! 0",
        "a! 0",
        "(λλ λ! 4",
        "(let-values (((a b) (f))! 13"
      })
  void aNewLineBeginsUnderWhatItBelongsTo(String text, int column) {
    assertThat(Parentheses.indentation(text)).isEqualTo(column);
  }

  @Test
  void linesBeforeDoNotCount() {
    assertThat(Parentheses.indentation("(define (f)\n  (if a")).isEqualTo(6);
    assertThat(Parentheses.indentation("(f a\n   b")).isEqualTo(3);
  }
}
