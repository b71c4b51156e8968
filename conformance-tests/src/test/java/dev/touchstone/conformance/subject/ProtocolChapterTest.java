package dev.touchstone.conformance.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.api.Limits;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.serve.Server;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The transcripts of the chapter on the protocol are what the reference VM answers. */
class ProtocolChapterTest {
  static List<String> transcripts() {
    return ProtocolChapter.transcripts();
  }

  /**
   * The fields of an answer that the chapter shows are those of the VM's answer; it may have more.
   */
  @ParameterizedTest
  @MethodSource("transcripts")
  void theReferenceVmAnswersAsTheChapterSays(String transcript) {
    Server server = new Server("any", Limits.GENEROUS);
    String answer = "";
    for (String line : transcript.lines().toList()) {
      if (line.startsWith("> ")) {
        answer = server.answer(line.substring(2)).line().orElse("()");
      } else {
        assertThat(line).startsWith("< ");
        assertThat(fields(answer)).containsAll(fields(line.substring(2)));
      }
    }
  }

  @Test
  void theChapterHasTranscripts() {
    Stream<String> answers =
        transcripts().stream().flatMap(String::lines).filter(line -> line.startsWith("< "));
    assertThat(answers).hasSizeGreaterThan(10);
  }

  /** The name and the fields of a message, each as it is written. */
  private static List<String> fields(String message) {
    List<String> fields = new ArrayList<>();
    Value rest = DatumReader.readDatum(message);
    while (rest instanceof Pair pair) {
      fields.add(Printer.write(pair.car()));
      rest = pair.cdr();
    }
    assertThat(rest).isSameAs(EmptyList.INSTANCE);
    return fields;
  }
}
