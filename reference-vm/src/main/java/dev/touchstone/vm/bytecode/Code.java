package dev.touchstone.vm.bytecode;

import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Value;
import java.util.Arrays;
import java.util.List;

/**
 * The code of one procedure. Immutable, and shared by all runs.
 *
 * <p>A header says how it is called and how much stack it needs; then come the words: an opcode's
 * number, and its operand if it has one. Slots are counted from the base: the arguments (with the
 * list of further arguments as the last, if the procedure takes them), then the other local
 * variables, then temporaries.
 */
public final class Code {
  private final String name;
  private final int required;
  private final boolean rest;
  private final int locals;
  private final int maxStack;
  private final List<CaptureKind> captureKinds;
  private final int[] words;
  private final List<Value> constants;
  private final List<Code> nested;
  private final SpanTable spans;

  /**
   * A code object.
   *
   * @param name for messages and traces
   * @param required how many arguments it must be given
   * @param rest whether it takes further arguments, as a list
   * @param locals how many slots it needs after the arguments
   * @param maxStack the most slots above the base, arguments and locals included
   * @param captureKinds what its closures hold, by the number of {@code CAPTURED}
   * @param words opcodes and operands
   * @param constants what {@code CONST} refers to
   * @param nested what {@code CLOSURE} refers to
   * @param spans where each instruction comes from
   */
  public Code(
      String name,
      int required,
      boolean rest,
      int locals,
      int maxStack,
      List<CaptureKind> captureKinds,
      int[] words,
      List<Value> constants,
      List<Code> nested,
      SpanTable spans) {
    this.name = name;
    this.required = required;
    this.rest = rest;
    this.locals = locals;
    this.maxStack = maxStack;
    this.captureKinds = List.copyOf(captureKinds);
    this.words = words.clone();
    this.constants = List.copyOf(constants);
    this.nested = List.copyOf(nested);
    this.spans = spans;
  }

  /** The procedure's name. */
  public String name() {
    return name;
  }

  /** How many arguments it must be given. */
  public int required() {
    return required;
  }

  /** Whether it takes further arguments, as a list in the slot after the required ones. */
  public boolean hasRest() {
    return rest;
  }

  /** Whether it can be called with so many arguments. */
  public boolean takes(int count) {
    return rest ? count >= required : count == required;
  }

  /** How many slots the arguments take: the required ones, and one for the rest list. */
  public int argumentSlots() {
    return rest ? required + 1 : required;
  }

  /** How many slots are reserved at entry after the arguments. */
  public int locals() {
    return locals;
  }

  /** How many slots there are beneath the temporaries: those of arguments and locals. */
  public int slots() {
    return argumentSlots() + locals;
  }

  /** The most slots above the base that it uses, arguments and locals included. */
  public int maxStack() {
    return maxStack;
  }

  /** How many values its closures hold. */
  public int captures() {
    return captureKinds.size();
  }

  /** What each of the values is that its closures hold, by the number of {@code CAPTURED}. */
  public List<CaptureKind> captureKinds() {
    return captureKinds;
  }

  /** How many words it has. */
  public int length() {
    return words.length;
  }

  /** The word at an index from 0. */
  public int word(int pc) {
    return words[pc];
  }

  /** A copy of the words. */
  public int[] words() {
    return Arrays.copyOf(words, words.length);
  }

  /** What {@code CONST} refers to. */
  public List<Value> constants() {
    return constants;
  }

  /** What {@code CLOSURE} refers to. */
  public List<Code> nested() {
    return nested;
  }

  /** Where the instructions come from. */
  public SpanTable spans() {
    return spans;
  }

  /** The program text of the instruction at, or around, a word. */
  public Span spanAt(int pc) {
    return spans.at(pc);
  }
}
