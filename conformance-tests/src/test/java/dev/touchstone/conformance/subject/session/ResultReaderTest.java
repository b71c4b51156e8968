package dev.touchstone.conformance.subject.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.subject.ErrorPatterns;
import dev.touchstone.conformance.subject.ErrorPatterns.ErrorPattern;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultReaderTest {
  private static final ErrorPatterns PATTERNS =
      new ErrorPatterns(
          ErrorPatterns.Stream.STDERR,
          List.of(
              new ErrorPattern(
                  Pattern.compile("is not bound"), ErrorClass.UNBOUND, Optional.of(Phase.EXPAND))));

  /** The outcome of the result with these fields. */
  private static Outcome outcome(String fields) throws BadMessage {
    Message.Reply reply = Codec.of(Lines.SEXP).read("(result (id r) " + fields + ")");
    return new ResultReader(PATTERNS, 10, 700).outcome((Message.Result) reply);
  }

  @Test
  void completedHasValuesOrNone() throws BadMessage {
    assertThat(outcome("(status completed) (values \"1\" \"2\")"))
        .isEqualTo(new Outcome.Completed(List.of("1", "2"), true));
    assertThat(outcome("(status completed) (values)"))
        .isEqualTo(new Outcome.Completed(List.of(), true));
    assertThat(outcome("(status completed) (output \"out\")"))
        .isEqualTo(new Outcome.Completed(List.of(), false));
  }

  @Test
  void moreOutputThanTheLimitIsExhausted() throws BadMessage {
    assertThat(outcome("(status completed) (output \"0123456789\")"))
        .isInstanceOf(Outcome.Completed.class);
    assertThat(outcome("(status completed) (output \"0123456789a\")"))
        .isEqualTo(new Outcome.Exhausted("output"));
    assertThat(outcome("(status completed) (output \"λλλλλλ\")"))
        .isEqualTo(new Outcome.Exhausted("output"));
    assertThat(outcome("(status completed) (values \"" + "x".repeat(1_000_001) + "\")"))
        .isEqualTo(new Outcome.Exhausted("output"));
  }

  @Test
  void anErrorHasTheClassThatItTells() throws BadMessage {
    assertThat(outcome("(status error) (class type) (phase run) (message \"x is not bound\")"))
        .isEqualTo(new Outcome.Failed(ErrorClass.TYPE, Optional.of(Phase.RUN), "x is not bound"));
    assertThat(outcome("(status error) (class divide-by-zero)"))
        .isEqualTo(new Outcome.Failed(ErrorClass.DIVIDE_BY_ZERO, Optional.empty(), ""));
  }

  @Test
  void orElseThatOfThePatternThatMatchesItsMessage() throws BadMessage {
    assertThat(outcome("(status error) (message \"x is not bound\")"))
        .isEqualTo(
            new Outcome.Failed(ErrorClass.UNBOUND, Optional.of(Phase.EXPAND), "x is not bound"));
    assertThat(outcome("(status error) (phase run) (message \"x is not bound\")"))
        .isEqualTo(
            new Outcome.Failed(ErrorClass.UNBOUND, Optional.of(Phase.RUN), "x is not bound"));
  }

  @Test
  void orElseItIsACrash() throws BadMessage {
    assertThat(outcome("(status error) (message \"oh\")"))
        .isEqualTo(new Outcome.Crashed("an error that nothing classifies: oh"));
  }

  @Test
  void anExitHasItsCode() throws BadMessage {
    assertThat(outcome("(status exited) (code 7)")).isEqualTo(new Outcome.Exited(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"steps", "stack", "allocation", "output", "memory"})
  void anExhaustedLimitIsNamed(String limit) throws BadMessage {
    assertThat(outcome("(status exhausted) (limit " + limit + ")"))
        .isEqualTo(new Outcome.Exhausted(limit));
  }

  @Test
  void exhaustedTimeIsATimeout() throws BadMessage {
    assertThat(outcome("(status exhausted) (limit time)")).isEqualTo(new Outcome.TimedOut(700));
  }

  @Test
  void crashedAndUnsupportedSayWhy() throws BadMessage {
    assertThat(outcome("(status crashed) (message \"child killed\")"))
        .isEqualTo(new Outcome.Crashed("child killed"));
    assertThat(outcome("(status unsupported) (reason \"no threads\")"))
        .isEqualTo(new Outcome.Unsupported("no threads"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(status fine) | its answer has the unknown status `fine`",
        "(status error) (class oops) | its answer has the unknown class `oops`",
        "(status error) (class type) (phase never) | its answer has the unknown phase `never`",
        "(status exhausted) (limit patience) | its answer has the unknown limit `patience`",
        "(status exhausted) | its answer has the status `exhausted` without a field `limit`",
        "(status exited) | its answer has the status `exited` without a field `code`",
        "(status exited) (code 99999999999) | its exit code 99999999999 is no exit code",
      })
  void whatTheProtocolDoesNotKnowIsItsError(String fields, String what) throws BadMessage {
    assertThat(outcome(fields)).isEqualTo(new Outcome.ProtocolError(what));
  }
}
