package dev.touchstone.vm.bytecode.assembly;

import dev.touchstone.vm.bytecode.CaptureKind;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A function as it stands in the text, before what it refers to is looked up. */
final class FunctionDraft {
  /**
   * Says how the function is called, and what it needs.
   *
   * @param name by which the text refers to it
   * @param called its name in messages and traces
   * @param stack the most slots above the base, if that is stated
   */
  record Header(
      String name,
      String called,
      int required,
      boolean rest,
      int locals,
      OptionalInt stack,
      List<CaptureKind> captures) {
    Header {
      captures = List.copyOf(captures);
    }

    int slots() {
      return required + (rest ? 1 : 0) + locals;
    }
  }

  /**
   * An instruction.
   *
   * @param line the line of assembly
   * @param place the line of the program that it comes from, if that is stated
   */
  record Instruction(Opcode opcode, Line line, @Nullable ProgramLine place) {}

  /** A line of the program from which code was made. */
  record ProgramLine(String source, int number) {}

  private final Header header;
  private final Span span;
  private final List<Instruction> instructions = new ArrayList<>();
  private final Map<String, Integer> labels = new HashMap<>();
  private int words;

  FunctionDraft(Header header, Span span) {
    this.header = header;
    this.span = span;
  }

  Header header() {
    return header;
  }

  /** Where its header stands. */
  Span span() {
    return span;
  }

  List<Instruction> instructions() {
    return instructions;
  }

  /** How many words its instructions take. */
  int words() {
    return words;
  }

  void add(Instruction instruction) {
    instructions.add(instruction);
    words += instruction.opcode().length();
  }

  /** Names the place where the next instruction will be. */
  void label(String name, Span at) {
    if (labels.putIfAbsent(name, words) != null) {
      throw Faults.at(at, "The label " + Faults.name(name) + " stands in this function already.");
    }
  }

  /** The word that a label names. */
  int target(String label, Span at) {
    if (!labels.containsKey(label)) {
      throw Faults.unknown(at, "label", label, labels.keySet());
    }
    return Objects.requireNonNull(labels.get(label));
  }
}
