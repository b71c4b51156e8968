package dev.touchstone.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The chapter on semantics and the definitional evaluator have the same rules, by name. */
class SemanticsChapterTest {
  private static final String CHAPTER = "spec/chapters/21-semantics.md";
  private static final String VM = "reference-vm/src/main/java/dev/touchstone/vm/";

  /** A rule of the chapter begins with its name in brackets. */
  private static final Pattern WRITTEN = Pattern.compile("^\\[(\\w+)", Pattern.MULTILINE);

  /** A rule is an instance method that takes what it is about, and yields a state. */
  private static final Pattern PRIVATE =
      Pattern.compile("^  private State (\\w+)\\(", Pattern.MULTILINE);

  /** Of control's operations, those that are none only tell or replace what the rules speak of. */
  private static final Pattern OPERATION =
      Pattern.compile("^  (?:void|Part) (\\w+)\\(", Pattern.MULTILINE);

  private static final Pattern FRAME =
      Pattern.compile("^  record (\\w+)\\(.*implements", Pattern.MULTILINE);

  private static String text(String path) throws IOException {
    return Files.readString(Checkout.top().resolve(path));
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Set<String> rulesOfTheEvaluator() throws IOException {
    Set<String> rules = new HashSet<>();
    for (String type : List.of("Eval", "Return", "Apply", "Evaluator")) {
      rules.addAll(names(PRIVATE, text(VM + "definitional/" + type + ".java")));
    }
    // What starts a run, and what chooses the rule.
    rules.removeAll(Set.of("start", "step"));
    rules.addAll(names(OPERATION, text(VM + "machine/Control.java")));
    rules.remove("setDynamics");
    return rules;
  }

  @Test
  void eachRuleStandsInBoth() throws IOException {
    assertThat(names(WRITTEN, text(CHAPTER)))
        .hasSizeGreaterThan(35)
        .isEqualTo(rulesOfTheEvaluator());
  }

  @Test
  void eachFrameOfTheEvaluatorIsOneOfTheChapter() throws IOException {
    String chapter = text(CHAPTER);
    assertThat(names(FRAME, text(VM + "definitional/Frame.java")))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            frame -> assertThat(chapter).contains("[" + lower(frame) + "]").contains(frame + "("));
  }

  private static String lower(String frame) {
    // The one frame whose rule is not called after it.
    return frame.equals("Prompt")
        ? "leavePrompt"
        : Character.toLowerCase(frame.charAt(0)) + frame.substring(1);
  }

  @Test
  void eachFormOfCoreHasItsRule() throws IOException {
    Set<String> forms = names(Pattern.compile("^  record (\\w+)\\(", Pattern.MULTILINE), core());
    // Only the compiler makes these.
    forms.removeAll(Set.of("Fix", "Or", "Loop", "Again"));
    Matcher evaluated = Pattern.compile("<eval \\((\\w+)").matcher(text(CHAPTER));
    assertThat(evaluated.results().map(match -> match.group(1)).collect(Collectors.toSet()))
        .isEqualTo(forms);
  }

  private static String core() throws IOException {
    Path file = Checkout.top().resolve(VM + "core/Core.java");
    return Files.readString(file);
  }
}
