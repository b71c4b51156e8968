package dev.touchstone.vm.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "...",
        "..",
        "+",
        "-",
        "+soup+",
        "->string",
        "<=?",
        "a34kTMNs",
        "list->vector",
        "q",
        "V17a",
        "the-word-recursion-has-many-meanings",
        "!$%&*/:<=>?^_~",
        "a.b",
        "a@b",
        "@",
        "@a",
        "a1",
        "a+",
        "-a",
        "+a",
        "--",
        "+-",
        "-@",
        "+.+",
        "-..",
        ".a",
        ".+",
        "...a",
        "+.a",
        "+..",
        "+ia",
        "+info",
        "λ",
        "größe",
        "日本",
        "a\u0301",
        "->>",
        "😀"
      })
  void plain(String name) {
    assertThat(Identifiers.isPlain(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "1",
        "1+",
        "+1",
        "-1a",
        ".5",
        ".5a",
        "+.5",
        "+i",
        "-i",
        "+inf.0",
        "-nan.0",
        "1/2",
        "a b",
        "a(",
        "a\"",
        "a;",
        "a|b",
        "a#",
        "#a",
        "a'b",
        "a,b",
        "a`",
        "a[",
        "{",
        "a\\b",
        "a\n",
        "+@i b",
        "\u0663",
        "\u0903x",
        "a\u00A0b",
        "\uD800"
      })
  void notPlain(String name) {
    assertThat(Identifiers.isPlain(name)).isFalse();
  }
}
