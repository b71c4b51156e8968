package dev.touchstone.conformance.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.conformance.subject.process.Bytes;
import dev.touchstone.conformance.subject.session.Lines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectFileTest {
  private static SubjectDescription read(String yaml) {
    return SubjectFile.read("s.yaml", Bytes.utf8(yaml), Path.of("/dir"), TestSubjects.language());
  }

  private static List<String> mistakes(String yaml) {
    try {
      read(yaml);
      return List.of();
    } catch (CorpusException e) {
      return e.problems().stream().map(Object::toString).toList();
    }
  }

  @Test
  void everyKeyIsRead() {
    SubjectDescription s =
        read(
            """
            name: mine
            mode: markers
            command: [./vm, "{file}"]
            version: { command: [./vm, -v], pattern: 'vm (\\S+)' }
            environment: { A: b }
            imports: "(import)"
            preamble: "(pre)"
            markers: { start: "{nonce}S", value: "{nonce}{form}", end: "{nonce}E", hold: "(h)" }
            errors: { stream: both, patterns: [{ match: "no (car|cdr)", class: type, phase: run }] }
            exit: silent
            rungs: [base]
            features: [cond]
            without: [pairs]
            capabilities: { int-model: checked(64), checked: "no" }
            limits: { time: 500ms, output: 7, memory: 9 }
            """);
    assertThat(s.mode()).isEqualTo(SubjectDescription.Mode.MARKERS);
    assertThat(s.command()).containsExactly("./vm", "{file}");
    assertThat(s.environment()).isEqualTo(Map.of("A", "b"));
    assertThat(s.preamble()).isEqualTo(new Preamble("(import)\n", "(pre)\n"));
    assertThat(s.errors().match("", "x\nno cdr here\ny").orElseThrow().message())
        .isEqualTo("no cdr here");
    assertThat(s.silentExit()).isTrue();
    assertThat(s.features()).contains("quote", "symbols", "cond", "if").doesNotContain("pairs");
    assertThat(s.capabilities()).isEqualTo(Map.of("int-model", "checked(64)", "checked", "no"));
    assertThat(s.limits())
        .isEqualTo(
            new SubjectDescription.RunLimits(
                Duration.ofMillis(500), 7, OptionalLong.of(9), Duration.ofSeconds(10)));
    assertThat(s.reports())
        .isEqualTo(
            Set.of(
                "value",
                "values",
                "opaque",
                "output",
                "error",
                "exit",
                "exhausted.output",
                "exhausted.memory"));
  }

  @Test
  void aDialectMapMayBringTheMarkersAndTheFileMayHaveItsOwn() {
    String head = "name: x\nmode: markers\ncommand: [a]\ndialect: r5rs\n";
    SubjectDescription ofMap = read(head + "preamble: (mine)\n");
    assertThat(ofMap.dialect().orElseThrow().map().name()).isEqualTo("r5rs");
    assertThat(ofMap.markers().orElseThrow().start()).isEqualTo("(touchstone:mark \"{nonce}S\")");
    assertThat(ofMap.preamble().text()).startsWith("(define touchstone:mark").endsWith("(mine)\n");
    SubjectDescription own =
        read(
            head
                + "markers: { start: \"s{nonce}\", value: \"{nonce}{form}\", end: \"{nonce}\" }\n");
    assertThat(own.markers().orElseThrow().start()).isEqualTo("s{nonce}");
    assertThat(own.preamble().text()).isEmpty();
  }

  @Test
  void aDialectMapThatCannotBeUsedIsToldAtItsName() {
    String head = "name: x\nmode: markers\ncommand: [a]\ndialect: ";
    assertThat(mistakes(head + "r7rs\n"))
        .contains("s.yaml:4:10: the dialect map `r7rs` cannot be used");
    assertThat(mistakes(head + "stack-vm\n"))
        .containsExactly("s.yaml:1:1: missing key `markers` in a subject");
  }

  @Test
  void leavingOutAFeatureLeavesOutWhatNeedsIt() {
    String head = "name: x\nmode: in-process\nrungs: [functions]\n";
    assertThat(read(head).features()).contains("rest-parameters", "pairs");
    assertThat(read(head + "without: [pairs]\n").features())
        .contains("lambda")
        .doesNotContain("rest-parameters", "pairs");
  }

  @Test
  void everyMistakeIsToldWithItsPlace() {
    assertThat(
            mistakes(
                """
                name: x
                mode: marker
                comand: [a]
                rungs: [bass]
                features: [cnod]
                capabilities: { int-modle: bignum, truth: nil }
                errors: { stream: stdin, patterns: [{ match: "(", class: typo }, {}] }
                limits: { time: soon, output: 0 }
                exit: loud
                """))
        .containsExactly(
            "s.yaml:2:7: unknown mode `marker`; did you mean `markers`?",
            "s.yaml:3:1: unknown key `comand` in a subject; did you mean `command`?",
            "s.yaml:4:9: unknown rung `bass`; did you mean `base`?",
            "s.yaml:5:12: unknown feature `cnod`; did you mean `cond`?",
            "s.yaml:6:17: unknown capability `int-modle`; did you mean `int-model`?",
            "s.yaml:6:43: `nil` is no answer to `truth`: [only-false, nil-and-false,"
                + " zero-and-false, zero]",
            "s.yaml:7:19: unknown stream `stdin`",
            "s.yaml:7:46: malformed regular expression: Unclosed group",
            "s.yaml:7:58: unknown class `typo`; did you mean `type`?",
            "s.yaml:7:66: missing key `class` in an error pattern",
            "s.yaml:7:66: missing key `match` in an error pattern",
            "s.yaml:8:17: `soon` is no time: a positive number and `ms`, `s` or `m`",
            "s.yaml:8:31: `output` must be an integer from 1 to 1073741824, but is `0`",
            "s.yaml:9:7: `exit` may only be `silent`; leave it out otherwise");
  }

  @Test
  void eachModeHasItsOwnKeys() {
    assertThat(mistakes("name: x\nmode: repl\nmarkers: { start: a, value: b, end: c }\n"))
        .containsExactly(
            "s.yaml:1:1: missing key `command` in a subject",
            "s.yaml:1:1: missing key `prompt` in a subject",
            "s.yaml:3:10: `markers` means nothing in mode repl",
            "s.yaml:3:19: `start` must contain {nonce}",
            "s.yaml:3:29: `value` must contain {form}",
            "s.yaml:3:29: `value` must contain {nonce}",
            "s.yaml:3:37: `end` must contain {nonce}");
  }

  @Test
  void everyKeyOfASessionIsRead() {
    SubjectDescription s =
        read(
            """
            name: x
            mode: session
            command: [vm, "{dir}/serve"]
            lines: sexp
            environment: { A: b }
            workers: 3
            batch: 20
            errors: { patterns: [{ match: "no (car|cdr)", class: type }] }
            without: [pairs]
            capabilities: { int-model: bignum }
            limits: { start: 3s, time: 2s }
            """);
    assertThat(s.mode()).isEqualTo(SubjectDescription.Mode.SESSION);
    assertThat(s.session())
        .contains(
            new SessionSettings(Lines.SEXP, OptionalInt.of(3), OptionalInt.of(20), true, true));
    assertThat(s.limits().start()).isEqualTo(Duration.ofSeconds(3));
    assertThat(s.limits().time()).isEqualTo(Duration.ofSeconds(2));
    assertThat(s.reports()).contains("values", "output", "error", "error.phase", "exhausted");
  }

  @Test
  void aSessionNeedNotSayMuch() {
    SubjectDescription s = read("{ name: x, mode: session, command: [vm], lines: json }");
    assertThat(s.session())
        .contains(
            new SessionSettings(
                Lines.JSON, OptionalInt.empty(), OptionalInt.empty(), false, false));
    assertThat(s.limits().start()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void theMistakesOfASessionAreToldWithTheirPlaces() {
    assertThat(
            mistakes(
                """
                name: x
                mode: sesion
                """))
        .containsExactly("s.yaml:2:7: unknown mode `sesion`; did you mean `session`?");
    assertThat(
            mistakes(
                """
                name: x
                mode: session
                command: [vm, "{file}"]
                lines: jsn
                workers: 0
                batch: many
                preamble: "(import)"
                limits: { start: never }
                """))
        .containsExactly(
            "s.yaml:3:15: `{file}` means nothing in mode session: the subject is sent its programs",
            "s.yaml:4:8: unknown form of lines `jsn`; did you mean `json`?",
            "s.yaml:5:10: `workers` must be an integer from 1 to 1000000, but is `0`",
            "s.yaml:6:8: `batch` must be an integer from 1 to 1000000, but is `many`",
            "s.yaml:7:11: `preamble` means nothing in mode session",
            "s.yaml:8:18: `never` is no time: a positive number and `ms`, `s` or `m`");
    assertThat(mistakes("{ name: x, mode: session, command: [vm] }"))
        .containsExactly("s.yaml:1:1: missing key `lines` in a subject");
    assertThat(mistakes("{ name: x, mode: last-line, command: [vm], workers: 2 }"))
        .containsExactly("s.yaml:1:53: `workers` means nothing in mode last-line");
  }

  @Test
  void aVersionPatternNeedsAGroup() {
    assertThat(
            mistakes(
                "name: x\nmode: last-line\ncommand: [a]\nversion: { command: [a], pattern: b }\n"))
        .containsExactly("s.yaml:4:35: `pattern` needs a group around the version");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reference",
        "guile",
        "guile-plain",
        "chicken",
        "gambit",
        "chez",
        "template-python",
        "template-c",
        "template-rust"
      })
  void whatShipsIsWellFormed(String name) {
    assertThat(Subjects.SHIPPED).contains(name);
    assertThat(Subjects.describe(name, TestSubjects.language()).name()).isEqualTo(name);
  }

  @Test
  void anUnknownSubjectIsRejectedByName() {
    assertThatThrownBy(() -> Subjects.open("gulie", TestSubjects.language()))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("no subject of that name")
        .hasMessageContaining("guile");
    assertThatThrownBy(() -> Subjects.open("no/such.yaml", TestSubjects.language()))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("no/such.yaml");
  }
}
