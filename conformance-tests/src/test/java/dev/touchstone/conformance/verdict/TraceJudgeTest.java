package dev.touchstone.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.corpus.Aspect;
import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.vm.trace.Level;
import dev.touchstone.vm.trace.Recorder;
import dev.touchstone.vm.trace.Trace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceJudgeTest {
  private static final Trace.Header EVENTS = new Trace.Header(Level.EVENTS, "p", "", "s");

  private static Observation seen(Recorder recorder, Trace.Header header, List<String> texts) {
    texts.forEach(text -> recorder.record(text, null, 0));
    return Seen.value("1").withTrace(Optional.of(recorder.trace(header, "")));
  }

  private static Observation events(String texts) {
    Recorder recorder = Recorder.ofInterval(Level.EVENTS, 1, 1_000);
    return seen(recorder, EVENTS, List.of(texts.split("; ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ordered | call f 1; return f 2            | ''",
        "ordered | call f; return f 2              | no `call f`",
        "ordered | return f 2; call f 1            | no `call f 1` after `return f 2`",
        "ordered | call f ...; return _ _          | ''",
        "ordered | call f _ ...; return f 2.0      | no `return f 2.0` after `call f _ ...`",
        "exact   | call f 1; call g (a b)          | ''",
        "exact   | call f 1                        | more events than listed: `call g (a b)`",
        "exact   | call f 1; call g (a . (b))      | ''",
        "exact   | call g (a b); call f 1          | event 1 is `call f 1`, not `call g (a b)`",
        "exact   | call f 1; call g (a b); call h  | the events end before `call h`",
        "absent  | call h ...; return g ...        | `return g #<procedure>` happened",
        "absent  | call h ...; tail-call _ ...     | ''",
        "counted | call _ ...; call _ ...          | ''",
        "counted | call f 1; call f 1              | `call f 1` happened 1 times, not 2",
      })
  void eventsAreListedInFourWays(String mode, String list, String broken) {
    Observation seen = events("call f 1; call g (a b); return g #<procedure>; return f 2");
    Aspect.Events expected = new Aspect.Events(mode, List.of(list.split("; ")));
    Check check = TraceJudge.events(expected, seen);
    assertThat(check.reason()).isEqualTo(broken);
    assertThat(check.finding())
        .isEqualTo(broken.isEmpty() ? Check.Finding.HELD : Check.Finding.BROKEN);
  }

  @Test
  void wordsEndWhereNoListStringOrKindIsOpen() {
    assertThat(
            EventPattern.words("call f (a \"b c\" #\\() \"d \\\" e\" #<error type> #(1 2) |x y|"))
        .containsExactly(
            "call", "f", "(a \"b c\" #\\()", "\"d \\\" e\"", "#<error type>", "#(1 2)", "|x y|");
  }

  @Test
  void withoutAllRecordsNothingIsChecked() {
    Aspect.Events expected = new Aspect.Events("absent", List.of("call g"));
    Recorder some = Recorder.ofInterval(Level.EVENTS, 1, 1);
    assertThat(
            TraceJudge.events(expected, seen(some, EVENTS, List.of("call f", "call g"))).finding())
        .isEqualTo(Check.Finding.UNCHECKED);
    assertThat(TraceJudge.events(expected, Seen.value("1")).finding())
        .isEqualTo(Check.Finding.UNCHECKED);
  }

  @Test
  void stepsAreTheseButForAPeekedReturn() {
    Trace.Header header = new Trace.Header(Level.STEPS, "p", "", "s");
    Aspect.Steps expected =
        new Aspect.Steps(
            List.of("m:0 | CALL 0 | <procedure#1>", "f:0 | RETURN | 1", "m:2 | RETURN | 1"));
    Recorder all = Recorder.ofInterval(Level.STEPS, 1, 9);
    assertThat(TraceJudge.steps(expected, seen(all, header, expected.lines())).finding())
        .isEqualTo(Check.Finding.HELD);
    Recorder peeked = Recorder.ofInterval(Level.STEPS, 1, 9);
    assertThat(TraceJudge.steps(expected, seen(peeked, header, expected.lines().subList(0, 2))))
        .isEqualTo(Check.held("steps"));
    Recorder wrong = Recorder.ofInterval(Level.STEPS, 1, 9);
    List<String> other = List.of("m:0 | CALL 0 | <procedure#1>", "f:0 | RETURN | 2");
    assertThat(TraceJudge.steps(expected, seen(wrong, header, other)).reason())
        .isEqualTo("step 2 is `f:0 | RETURN | 2`, not `f:0 | RETURN | 1`");
  }
}
