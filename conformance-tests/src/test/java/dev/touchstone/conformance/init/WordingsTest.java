package dev.touchstone.conformance.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordingsTest {
  @Test
  void aWordingIsWhatTheMessagesOfAClassHaveInCommon() {
    Map<String, List<String>> messages =
        Map.of(
            "unbound",
                List.of("main.scm:1: Unbound variable: x", "main.scm:22: Unbound variable: yy"),
            "type", List.of("main.scm:1: Wrong type: 5", "main.scm:1: Wrong type: 77"));
    assertThat(Wordings.distinct(messages))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("Unbound variable:", "unbound", "Wrong type:", "type"));
  }

  @Test
  void whatTwoClassesShareIsNoWording() {
    Map<String, List<String>> messages =
        Map.of(
            "unbound", List.of("error: bad thing x", "error: bad thing y"),
            "type", List.of("error: bad thing 5", "error: bad thing 77"));
    assertThat(Wordings.distinct(messages)).isEmpty();
  }

  @Test
  void aWordingIsQuotedForRegularExpressions() {
    assertThat(Wordings.distinct(Map.of("arity", List.of("wrong (count) 1", "wrong (count) 23"))))
        .containsExactly(Map.entry("wrong \\(count\\)", "arity"));
  }

  @Test
  void aWordingIsMadeOfWholeWords() {
    assertThat(
            Wordings.distinct(Map.of("unbound", List.of("unknown names: xa", "unknown names: xb"))))
        .containsExactly(Map.entry("unknown names:", "unbound"));
  }
}
