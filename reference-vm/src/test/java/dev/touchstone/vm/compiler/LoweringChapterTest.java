package dev.touchstone.vm.compiler;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.bytecode.assembly.AssemblyWriter;
import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.CorePrinter;
import dev.touchstone.vm.core.CoreProgram;
import dev.touchstone.vm.expand.Expander;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The examples in the chapter on Core and lowering are what expander, lowering and compiler make.
 * {@code -Dtouchstone.golden=write} writes them anew; look at the difference before you commit it.
 */
class LoweringChapterTest {
  private static final Path CHAPTER = Path.of("../spec/chapters/20-core-and-lowering.md");
  private static final int WIDTH = 100;

  /** A program, or what becomes of the last one before it. */
  private static final Pattern BLOCK =
      Pattern.compile(
          "^```(expansions|source|core|lowered|code)\\n(.*?)^```$",
          Pattern.MULTILINE | Pattern.DOTALL);

  private String source = "";

  private static CoreProgram program(String text) {
    Source source = Source.of("chapter", text);
    return Expander.expand(source, DatumReader.readAll(source), Expander.DEFAULT_NESTING_LIMIT);
  }

  private String block(MatchResult block) {
    String text = block.group(2);
    return switch (block.group(1)) {
      case "source" -> {
        source = text;
        yield text;
      }
      case "expansions" -> expansions(text);
      case "core" -> laidOut(CorePrinter.print(program(source)), "");
      case "lowered" -> laidOut(lowered(program(source)), "");
      default -> listing(source);
    };
  }

  /** Lines of source, each with its Core, indented, after it. */
  private static String expansions(String text) {
    return text.lines()
        .filter(line -> !line.startsWith(" "))
        .map(line -> line + "\n" + laidOut(CorePrinter.print(program(line)), "    "))
        .collect(joining());
  }

  private static String laidOut(String core, String indent) {
    return core.lines()
        .map(line -> Layout.lines(line, indent.length(), WIDTH))
        .map(lines -> (indent + lines + "\n"))
        .collect(joining());
  }

  private static String lowered(CoreProgram program) {
    FreeVariables free = new FreeVariables();
    List<Core> forms = program.forms().stream().map(form -> Lowering.lower(form, free)).toList();
    return CorePrinter.print(new CoreProgram(program.source(), forms, program.hasValue()));
  }

  /** The procedures of a program, without the top level if that only defines them. */
  private static String listing(String text) {
    String listing =
        AssemblyWriter.write(Compiler.compile(program(text))).replace("source \"chapter\"\n", "");
    boolean definition = text.startsWith("(define (") && program(text).forms().size() == 1;
    int main = listing.indexOf("function main");
    return definition ? listing.substring(listing.indexOf("\n\n", main) + 2) : listing;
  }

  @Test
  void theExamplesAreWhatTheCompilerDoes() throws IOException {
    String chapter = Files.readString(CHAPTER);
    String expected =
        BLOCK
            .matcher(chapter)
            .replaceAll(
                block ->
                    Matcher.quoteReplacement("```" + block.group(1) + "\n" + block(block) + "```"));
    if ("write".equals(System.getProperty("touchstone.golden"))) {
      Files.writeString(CHAPTER, expected);
    }
    assertThat(Files.readString(CHAPTER)).isEqualTo(expected);
  }

  @Test
  void eachKindOfExampleIsThere() throws IOException {
    List<String> kinds =
        BLOCK.matcher(Files.readString(CHAPTER)).results().map(b -> b.group(1)).toList();
    assertThat(kinds).contains("expansions", "source", "core", "lowered", "code");
    assertThat(kinds.stream().filter("source"::equals).count()).isGreaterThan(5);
  }

  @Test
  void everyCoreFormHasARow() throws IOException {
    String chapter = Files.readString(CHAPTER);
    assertThat(Arrays.stream(Core.class.getPermittedSubclasses()).map(Class::getSimpleName))
        .allSatisfy(name -> assertThat(chapter).containsPattern("(?m)^\\| `" + name + "` \\|"));
  }
}
