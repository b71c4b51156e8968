package dev.touchstone.vm.bytecode.assembly;

import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.bytecode.assembly.FunctionDraft.Instruction;
import dev.touchstone.vm.bytecode.assembly.FunctionDraft.ProgramLine;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads assembly, line by line. */
public final class AssemblyReader {
  /** The most lines that the programs named in a text have together. */
  static final int MOST_LINES = 10_000_000;

  private static final Map<String, Opcode> OPCODES =
      Arrays.stream(Opcode.values()).collect(Collectors.toMap(Opcode::mnemonic, o -> o));

  private static final List<String> OUTSIDE = List.of("source", "no-value", "function");
  private static final List<String> WITHIN = List.of("end", "line", "source");

  private final Source source;
  private final Map<String, FunctionDraft> functions = new LinkedHashMap<>();

  /** What is stated of the lines of programs, by the programs' names. */
  private final Map<String, Map<Integer, String>> programs = new HashMap<>();

  /** The highest line that is stated of each program, and how many that makes together. */
  private final Map<String, Integer> highest = new HashMap<>();

  private long allLines;

  private boolean hasValue = true;

  /** The function that has begun and not ended. */
  private @Nullable FunctionDraft open;

  /** What the code comes from until another program or line is named. */
  private String program = "";

  private @Nullable ProgramLine place;

  private AssemblyReader(Source source) {
    this.source = source;
  }

  /**
   * The unit that a text describes.
   *
   * @throws DiagnosticException phase {@code read}, if it is no assembly
   */
  public static Assembly read(Source source) {
    AssemblyReader reader = new AssemblyReader(source);
    reader.lines();
    return new UnitBuilder(source, reader.functions, reader.programs, reader.hasValue).build();
  }

  private void lines() {
    String text = source.text();
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      Line line = new Line(source, start, text.substring(start, end));
      if (!line.isBlank()) {
        take(line);
      }
      start = end + 1;
    }
    if (open != null) {
      String name = Faults.name(open.header().name());
      throw Faults.at(
          open.span(), "The text ends before the `end` of this function, " + name + ".");
    }
  }

  private void take(Line line) {
    String word = line.word();
    switch (word) {
      case "source" -> {
        expect(line, 1);
        program = line.string(1);
        place = null;
      }
      case "no-value" -> {
        outside(line, word);
        expect(line, 0);
        hasValue = false;
      }
      case "function" -> begin(line);
      case "end" -> end(line);
      case "line" -> place(line);
      default -> instructionOrLabel(line, word);
    }
  }

  private void begin(Line line) {
    if (open != null) {
      throw Faults.at(
          line.span(),
          "The function " + Faults.name(open.header().name()) + " lacks its `end` before this.");
    }
    FunctionDraft draft = new FunctionDraft(HeaderReader.read(line), line.span());
    if (functions.putIfAbsent(draft.header().name(), draft) != null) {
      throw Faults.at(
          line.span(1), "A function " + Faults.name(draft.header().name()) + " is there already.");
    }
    open = draft;
    place = null;
  }

  private void end(Line line) {
    within(line, "end");
    expect(line, 0);
    open = null;
  }

  private void place(Line line) {
    within(line, "line");
    expect(line, 1);
    int number = line.number(1, MOST_LINES);
    if (number == 0) {
      throw Faults.at(line.span(1), "Lines are counted from 1.");
    }
    allLines += Math.max(0, number - highest.getOrDefault(program, 0));
    highest.merge(program, number, Math::max);
    if (allLines > MOST_LINES) {
      throw Faults.at(line.span(1), "The programs have more than " + MOST_LINES + " lines.");
    }
    place = new ProgramLine(program, number);
    programs.computeIfAbsent(program, _ -> new HashMap<>()).putIfAbsent(number, line.rest());
  }

  private void instructionOrLabel(Line line, String word) {
    Opcode opcode = OPCODES.get(word);
    if (opcode != null) {
      FunctionDraft draft = within(line, word);
      expect(line, opcode.operands().size());
      draft.add(new Instruction(opcode, line, place));
    } else if (word.length() > 1 && word.endsWith(":") && line.operands() == 0) {
      within(line, word).label(word.substring(0, word.length() - 1), line.span());
    } else if (open == null) {
      throw Faults.unknown(line.span(0), "directive", word, OUTSIDE);
    } else {
      List<String> known = Stream.concat(OPCODES.keySet().stream(), WITHIN.stream()).toList();
      throw Faults.unknown(line.span(0), "instruction", word, known);
    }
  }

  private FunctionDraft within(Line line, String word) {
    if (open == null) {
      throw Faults.at(line.span(0), Faults.name(word) + " stands outside of any function.");
    }
    return open;
  }

  private void outside(Line line, String word) {
    if (open != null) {
      throw Faults.at(line.span(0), Faults.name(word) + " stands within a function.");
    }
  }

  private static void expect(Line line, int operands) {
    int found = line.operands();
    if (found == operands) {
      return;
    }
    Span at = found > operands ? line.span(operands + 1) : line.span();
    String wanted =
        switch (operands) {
          case 0 -> "no operand";
          case 1 -> "one operand";
          default -> operands + " operands";
        };
    throw Faults.at(at, line.word() + " takes " + wanted + ", not " + found + ".");
  }
}
