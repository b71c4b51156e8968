package dev.touchstone.vm.bytecode.binary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.bytecode.verifier.Rule;
import dev.touchstone.vm.compiler.Compiler;
import dev.touchstone.vm.expand.Expander;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The chapter on the binary form and the verifier, beside what they do. */
class BinaryChapterTest {
  private static final Path CHAPTER = Path.of("../spec/chapters/23-binary-form-and-verifier.md");

  private static final Pattern BLOCK =
      Pattern.compile("^```bytes\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private static final Pattern LINE = Pattern.compile(" *(\\d+)  ((?:[0-9A-F]{2} )+) .*");

  @Test
  void theBytesOfTheExampleAreWhatIsWritten() throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(CHAPTER));
    assertThat(block.find()).isTrue();
    StringBuilder hex = new StringBuilder();
    for (String line : block.group(1).lines().toList()) {
      Matcher parts = LINE.matcher(line);
      assertThat(parts.matches()).as(line).isTrue();
      assertThat(Integer.parseInt(parts.group(1))).as(line).isEqualTo(hex.length() / 2);
      hex.append(parts.group(2).replace(" ", ""));
    }
    byte[] example = HexFormat.of().parseHex(hex);
    Source source = Source.of("e.scm", "(f 'a 5)");
    Unit unit =
        Compiler.compile(
            Expander.expand(source, DatumReader.readAll(source), Expander.DEFAULT_NESTING_LIMIT));
    assertThat(BinaryWriter.write(unit)).isEqualTo(example);
    assertThat(BinaryWriter.write(BinaryReader.read(example))).isEqualTo(example);
  }

  @Test
  void everyRuleHasItsClauseAndEveryClauseItsRule() throws IOException {
    String clauses =
        Pattern.compile("^\\*\\*(VER-\\d+)\\.", Pattern.MULTILINE)
            .matcher(Files.readString(CHAPTER))
            .results()
            .map(clause -> clause.group(1))
            .skip(2)
            .collect(Collectors.joining(" "));
    assertThat(clauses)
        .isEqualTo(
            java.util.Arrays.stream(Rule.values())
                .map(Rule::clause)
                .collect(Collectors.joining(" ")));
  }
}
