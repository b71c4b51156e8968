package dev.touchstone.vm.bytecode;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.api.Completion;
import dev.touchstone.vm.api.JvmHost;
import dev.touchstone.vm.api.Limits;
import dev.touchstone.vm.api.ReferenceVm;
import dev.touchstone.vm.bytecode.Opcode.Family;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Printer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The chapter on bytecode: its reference of instructions says what the table says, and its examples
 * are assembly. {@code -Dtouchstone.golden=write} writes the reference anew.
 */
class BytecodeChapterTest {
  private static final Path CHAPTER = Path.of("../spec/chapters/22-bytecode.md");
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?<=^## The instructions\\n\\n).*?(?=^## )", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern EXAMPLE =
      Pattern.compile("^```tasm\\n(.*?)^; => (.*?)\\n```$", Pattern.MULTILINE | Pattern.DOTALL);

  private static final String INTRODUCTION =
      """
      Before and after each `--` stands the top of the stack, the uppermost value at the right. The number is that of the binary form; new instructions get the next one. An integrated instruction has errors of what it calls, too, if its procedure has been replaced.

      """;

  private static String reference() {
    return INTRODUCTION
        + Arrays.stream(Family.values()).map(BytecodeChapterTest::family).collect(joining());
  }

  private static String family(Family family) {
    return "### "
        + family.title()
        + "\n\n"
        + Arrays.stream(Opcode.values())
            .filter(opcode -> opcode.family() == family)
            .map(BytecodeChapterTest::instruction)
            .collect(joining());
  }

  private static String instruction(Opcode opcode) {
    StringBuilder text = new StringBuilder();
    text.append("**").append(opcode.clause()).append(".** `").append(opcode.mnemonic());
    opcode.operands().forEach(o -> text.append(' ').append(o.name().toLowerCase(Locale.ROOT)));
    text.append("` : `").append(opcode.picture()).append("`. ").append(opcode.sentence());
    if (opcode.procedure() != null) {
      text.append(" Integrated for `").append(opcode.procedure()).append("`.");
    }
    if (!opcode.errors().isEmpty()) {
      text.append(opcode.errors().size() == 1 ? " Error: " : " Errors: ");
      text.append(
          opcode.errors().stream()
              .map(ErrorClass::id)
              .map(c -> "`" + c + "`")
              .collect(joining(", ")));
      text.append('.');
    }
    return text + " (Touchstone; number " + opcode.code() + ")\n\n";
  }

  @Test
  void theReferenceIsTheTable() throws IOException {
    String chapter = Files.readString(CHAPTER);
    String expected =
        REFERENCE.matcher(chapter).replaceFirst(Matcher.quoteReplacement(reference()));
    if ("write".equals(System.getProperty("touchstone.golden"))) {
      Files.writeString(CHAPTER, expected);
    }
    assertThat(Files.readString(CHAPTER))
        .isEqualTo(expected)
        .contains("**OP-1.** `CONST constant`");
  }

  @Test
  void theExamplesRun() throws IOException {
    List<MatchResult> examples = EXAMPLE.matcher(Files.readString(CHAPTER)).results().toList();
    ReferenceVm vm = ReferenceVm.create();
    assertThat(examples).hasSizeGreaterThan(4).allSatisfy(example -> run(vm, example));
  }

  private static void run(ReferenceVm vm, MatchResult example) {
    Unit unit = vm.assemble(Source.of("chapter", example.group(1)));
    Completion completion = vm.run(unit, Limits.GENEROUS, new JvmHost(_ -> {}));
    assertThat(completion).isInstanceOf(Completion.Returned.class);
    assertThat(((Completion.Returned) completion).values())
        .extracting(Printer::write)
        .containsExactly(example.group(2));
  }
}
