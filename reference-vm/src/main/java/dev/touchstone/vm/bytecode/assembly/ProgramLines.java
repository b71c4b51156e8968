package dev.touchstone.vm.bytecode.assembly;

import dev.touchstone.vm.bytecode.assembly.FunctionDraft.Instruction;
import dev.touchstone.vm.bytecode.assembly.FunctionDraft.ProgramLine;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The programs that code was made from, as far as the text states their lines. */
final class ProgramLines {
  private final Map<ProgramLine, Span> spans = new HashMap<>();

  /**
   * What is known of programs.
   *
   * @param fallback the name of a program that has none
   * @param programs the lines by number, by the program's name
   */
  ProgramLines(String fallback, Map<String, Map<Integer, String>> programs) {
    programs.forEach((name, lines) -> add(name, name.isEmpty() ? fallback : name, lines));
  }

  private void add(String name, String shown, Map<Integer, String> lines) {
    StringBuilder text = new StringBuilder();
    Map<Integer, Integer> starts = new HashMap<>();
    int line = 1;
    for (int number : lines.keySet().stream().sorted().toList()) {
      text.repeat("\n", number - line);
      line = number;
      starts.put(number, text.length());
      text.append(lines.get(number));
    }
    Source source = Source.of(shown, text.toString());
    starts.forEach(
        (number, start) -> {
          int length = Objects.requireNonNull(lines.get(number)).length();
          spans.put(new ProgramLine(name, number), new Span(source, start, start + length));
        });
  }

  /** Where an instruction comes from. */
  Span span(Instruction instruction) {
    ProgramLine place = instruction.place();
    return place == null ? instruction.line().span() : Objects.requireNonNull(spans.get(place));
  }
}
