package dev.touchstone.conformance.subject.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {
  private static final Codec JSON = Codec.of(Lines.JSON);
  private static final Codec SEXP = Codec.of(Lines.SEXP);

  private static final Message.Run RUN =
      new Message.Run(
          "r1",
          "(car '(1 \"2\"))\n\t\\\u0007\u2028λ",
          false,
          Optional.of("in\r\n"),
          List.of("a", "b c"),
          Map.of("lib.scm", "(x)"),
          new TreeMap<>(Map.of("time", 10000L, "output", 5L)),
          "none");

  @Test
  void aRunIsOneLineOfJson() {
    assertThat(JSON.write(RUN))
        .isEqualTo(
            "{\"type\":\"run\",\"id\":\"r1\",\"program\":\"(car '(1 \\\"2\\\"))\\n"
                + "\\t\\\\\\u0007\u2028λ\",\"input\":\"in\\r"
                + "\\n"
                + "\",\"args\":[\"a\",\"b c\"],\"files\":{\"lib.scm\":\"(x)\"},"
                + "\"limits\":{\"output\":5,\"time\":10000},\"trace\":\"none\"}");
  }

  @Test
  void aRunIsOneLineOfSexp() {
    assertThat(SEXP.write(RUN))
        .isEqualTo(
            "(run (id \"r1\") (program \"(car '(1 \\\"2\\\"))\\n"
                + "\\t\\\\\\x7;\u2028λ\") (input \"in\\r"
                + "\\n"
                + "\") (args \"a\" \"b c\") (files (\"lib.scm\" \"(x)\")) (limits (output 5) (time"
                + " 10000)) (trace none))");
  }

  @Test
  void whatIsAbsentIsNotSent() {
    Message.Run bare =
        new Message.Run("r", "", true, Optional.empty(), List.of(), Map.of(), Map.of(), "none");
    assertThat(JSON.write(bare))
        .isEqualTo(
            "{\"type\":\"run\",\"id\":\"r\",\"assembly\":\"\",\"limits\":{},\"trace\":\"none\"}");
    assertThat(SEXP.write(bare))
        .isEqualTo("(run (id \"r\") (assembly \"\") (limits) (trace none))");
  }

  @ParameterizedTest
  @EnumSource(Lines.class)
  void helloAndByeNameThemselves(Lines lines) {
    assertThat(Codec.of(lines).write(new Message.Hello("1.0", "me")))
        .contains("hello", "1.0", "me");
    assertThat(Codec.of(lines).write(new Message.Bye())).contains("bye");
  }

  @Test
  void bothFormsOfAResultAreTheSameMessage() throws BadMessage {
    Message.Result result =
        new Message.Result(
            "r1",
            "error",
            Optional.of(List.of("1", "\"two\"")),
            Optional.of("out\n\u0007"),
            Optional.of("type"),
            Optional.of("run"),
            Optional.of("it \\ broke"),
            OptionalLong.of(-3),
            Optional.of("steps"),
            Optional.of("why"),
            Map.of("frames", 3L, "steps", 900000000000L),
            Optional.of("a\nb"),
            Optional.empty());
    assertThat(
            JSON.read(
                "{\"id\":\"r1\",\"status\":\"error\",\"values\":[\"1\",\"\\\"two\\\"\"],\"output\":\"out\\n"
                    + "\\u0007\",\"class\":\"type\",\"phase\":\"run\",\"message\":\"it \\\\"
                    + " broke\",\"code\":-3,\"limit\":\"steps\",\"reason\":\"why\",\"counters\":{\"frames\":3,\"steps\":900000000000},\"diagnostics\":\"a\\n"
                    + "b\",\"unknown\":[{}],\"type\":\"result\"}"))
        .isEqualTo(result);
    assertThat(
            SEXP.read(
                " (result (status error) (id r1) (values \"1\" \"\\\"two\\\"\") (output \"out\\n"
                    + "\\x7;\") (class type) (phase run) (message \"it \\\\ broke\") (code -3)"
                    + " (limit steps) (reason why) (counters (frames 3) (steps 900000000000))"
                    + " (diagnostics \"a\" \"b\") (unknown ((())))) "))
        .isEqualTo(result);
  }

  @Test
  void noValuesAreNotTheSameAsNoneSaid() throws BadMessage {
    for (Message.Reply none :
        List.of(
            JSON.read("{\"type\":\"result\",\"id\":\"r\",\"status\":\"completed\"}"),
            SEXP.read("(result (id r) (status completed))"))) {
      assertThat(((Message.Result) none).values()).isEmpty();
    }
    for (Message.Reply zero :
        List.of(
            JSON.read("{\"type\":\"result\",\"id\":\"r\",\"status\":\"completed\",\"values\":[]}"),
            SEXP.read("(result (id r) (status completed) (values))"))) {
      assertThat(((Message.Result) zero).values()).contains(List.of());
    }
  }

  @Test
  void aGreetingIsRead() throws BadMessage {
    Message.Reply json =
        JSON.read(
            "{\"type\":\"hello\",\"protocol\":\"1.0\",\"name\":\"n\",\"rungs\":[\"base\"],\"without\":[],"
                + "\"capabilities\":{\"int-model\":\"bignum\"}}");
    assertThat(json)
        .isEqualTo(
            SEXP.read(
                "(hello (protocol \"1.0\") (name n) (rungs base) (without) (capabilities (int-model"
                    + " \"bignum\")))"));
    assertThat(((Message.Greeting) json).without()).contains(List.of());
    assertThat(((Message.Greeting) json).features()).isEmpty();
  }

  @Test
  void anUnknownMessageIsNamed() throws BadMessage {
    assertThat(JSON.read("{\"type\":\"dance\"}")).isEqualTo(new Message.Other("dance"));
    assertThat(SEXP.read("(dance)")).isEqualTo(new Message.Other("dance"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(result (id r) (status s) | a parenthesis is not closed",
        "result | it does not begin with a parenthesis",
        "(result (id r)) x | something follows the message",
        "((id r)) | it does not begin with a name",
        "() | it does not begin with a name",
        "(result id) | in the message stands something that is no list of a name and items",
        "(result (id r) (id r)) | `id` occurs twice in the message",
        "(result (id r s) (status t)) | `id` must be one text",
        "(result (id (r)) (status t)) | `id` must be a text",
        "(result (id r)) | it has no field `status`",
        "(result (id r) (status s) (code x)) | `code` must be a whole number",
        "(result (id r) (status s) (code 1 2)) | `code` must be a whole number",
        "(result (id r) (status s) (counters frames)) | in `counters` stands something",
        "(result (id r) (status s) (counters (frames 1.5))) | `frames` must be a whole number",
        "(hello (protocol 1.0) (capabilities (a b c))) | `a` must be one text",
        "(result (id \"r)) | a string is not closed",
        "(result (id \"\\q\")) | a string has the escape `\\q`, which the protocol does not know",
        "(result (id \"\\x41\")) | a string has `\\x` without hexadecimal digits and a semicolon",
        "(result (id \"\\xg;\")) | a string has `\\x` without hexadecimal digits and a semicolon",
        "(result (id \"\\x110000;\")) | which is no code point",
        "(result (id \"\\xffffffff;\")) | which is no code point",
        "(result (id 'r)) | `'` has no meaning here",
        "(result (id r)) ; comment | something follows the message",
      })
  void whatIsNoSexpMessageSaysWhy(String line, String why) {
    assertThatThrownBy(() -> SEXP.read(line))
        .isInstanceOf(BadMessage.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "42",
        "[]",
        "null",
        "{} {}",
        "{\"type\":\"result\"}",
        "{\"type\":3}",
        "{\"type\":\"result\",\"id\":\"r\",\"status\":\"s\",\"values\":[1]}",
        "{\"type\":\"result\",\"id\":\"r\",\"status\":\"s\",\"values\":{}}",
        "{\"type\":\"result\",\"id\":\"r\",\"status\":\"s\",\"code\":\"1\"}",
        "{\"type\":\"result\",\"id\":\"r\",\"status\":\"s\",\"code\":1.5}",
        "{\"type\":\"result\",\"id\":\"r\",\"status\":\"s\",\"counters\":[]}",
        "{\"type\":\"result\",\"id\":\"r\",\"status\":\"s\",\"counters\":{\"a\":99999999999999999999}}",
        "{\"type\":\"result\",\"id\":\"r\",\"status\":\"s\",\"status\":\"s\"}",
        "{\"type\":\"hello\"}",
      })
  void whatIsNoJsonMessageIsRejected(String line) {
    assertThatThrownBy(() -> JSON.read(line)).isInstanceOf(BadMessage.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"|r|", "#t", "`r", ",r", "r\\"})
  void noOtherNotationOfLispHasAMeaning(String id) {
    assertThatThrownBy(() -> SEXP.read("(result (id " + id + ") (status s))"))
        .hasMessageContaining("` has no meaning here");
  }

  @Test
  void depthIsNoWayToHurtTheRunner() {
    String deep = "(result (id " + "(".repeat(1_000_000);
    assertThatThrownBy(() -> SEXP.read(deep)).hasMessageContaining("nested more than 100 deep");
    String json = "{\"type\":\"result\",\"values\":" + "[".repeat(1_000_000);
    assertThatThrownBy(() -> JSON.read(json)).isInstanceOf(BadMessage.class);
  }
}
