package dev.touchstone.vm.bytecode;

import dev.touchstone.vm.source.ErrorClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The instructions of the machine, one row each: the operand, if it has one; the stack before and
 * after, the top at the right; a sentence; how it can fail.
 *
 * <p>Rows are only ever added at the end: a row's place is the instruction's number in the binary
 * form and the number of its clause.
 *
 * <p>An <em>integrated</em> instruction does a standard procedure's work without a call. It acts
 * only while the world's variable of that name holds the original procedure; otherwise it calls
 * what the variable holds, and if {@code RETURN} comes next, it makes a tail call of it.
 */
public enum Opcode {
  CONST(Family.SLOTS, Operand.CONSTANT, "-- constant", "Pushes a constant."),

  LOCAL(Family.SLOTS, Operand.SLOT, "-- value", "Pushes the content of a slot."),
  TAKE_LOCAL(
      Family.SLOTS,
      Operand.SLOT,
      "-- value",
      "Pushes the content of a slot and clears the slot: its last use, after which nothing keeps"
          + " the value alive on the slot's account."),
  SET_LOCAL(Family.SLOTS, Operand.SLOT, "value --", "Moves the top into a slot."),
  CLEAR_LOCAL(
      Family.SLOTS,
      Operand.SLOT,
      "--",
      "Clears a slot whose content is used no more on this branch."),
  CAPTURED(
      Family.SLOTS,
      Operand.CAPTURE,
      "-- value",
      "Pushes a value that the running closure has captured."),

  BOX(Family.BOXES, "value -- box", "Makes a fresh location, which holds the value."),
  EMPTY_BOX(Family.BOXES, "-- box", "Makes a fresh location without content."),
  UNBOX(Family.BOXES, "box -- value", "Takes the content of a location.", ErrorClass.UNINITIALIZED),
  SET_BOX(Family.BOXES, "box value --", "Replaces the content of a location."),

  GLOBAL(
      Family.GLOBALS,
      Operand.GLOBAL,
      "-- value",
      "Pushes a global variable's value.",
      ErrorClass.UNBOUND),
  STANDARD(
      Family.GLOBALS,
      Operand.GLOBAL,
      "-- procedure",
      "Pushes the standard procedure of a global name, whatever the variable holds."),
  SET_GLOBAL(
      Family.GLOBALS,
      Operand.GLOBAL,
      "value --",
      "Assigns a global variable that is bound.",
      ErrorClass.UNBOUND),
  DEFINE_GLOBAL(
      Family.GLOBALS, Operand.GLOBAL, "value --", "Binds a global variable, or assigns it."),

  CLOSURE(
      Family.CLOSURES,
      Operand.CODE,
      "v0 ... -- closure",
      "Makes a closure of a nested code and the values that it captures; the code says how many."),

  PATCH(
      Family.CLOSURES,
      Operand.CAPTURE,
      "closure value --",
      "Puts a value into a captured place of a closure that nobody has called yet: how procedures"
          + " come to know each other."),

  CASE_CLOSURE(
      Family.CLOSURES,
      Operand.COUNT,
      "c0 ... -- procedure",
      "Makes one procedure of several closures: a call of it goes to the first of them that takes"
          + " the number of arguments."),

  POP(
      Family.VALUES,
      "value --",
      "Drops the top. At a return point it takes any number of values, and drops them."),
  RECEIVE(
      Family.VALUES,
      List.of(Operand.COUNT, Operand.REST),
      "value -- v0 ...",
      "Takes values: at a return point as many as the call has returned, elsewhere the one on top."
          + " They must be as many as it says, further ones becoming a list if it takes a rest.",
      ErrorClass.ARITY),
  JUMP(Family.JUMPS, Operand.TARGET, "--", "Goes on elsewhere."),
  JUMP_IF_FALSE(Family.JUMPS, Operand.TARGET, "value --", "Goes on elsewhere if the value is #f."),
  JUMP_IF_TRUE_KEEP(
      Family.JUMPS,
      Operand.TARGET,
      "value --",
      "Goes on elsewhere if the value is not #f, and there the value is still on top; else drops"
          + " it."),
  LOOP(
      Family.JUMPS,
      List.of(Operand.TARGET, Operand.SLOT, Operand.COUNT),
      "v0 ... --",
      "Begins a turn of a loop, the first or a further one: moves so many values into the slots"
          + " from that one on, counts a step, as a call does, and goes on at the loop's head."),

  CALL(
      Family.CALLS,
      Operand.COUNT,
      "callee a0 ... -- result",
      "Calls a procedure: pushes a frame, and a0's place becomes the base.",
      ErrorClass.NOT_PROCEDURE,
      ErrorClass.ARITY),
  TAIL_CALL(
      Family.CALLS,
      Operand.COUNT,
      "callee a0 ... --",
      "Calls a procedure in place of the running one: moves callee and arguments down to where that"
          + " one's stand, and leaves the frame stack alone.",
      ErrorClass.NOT_PROCEDURE,
      ErrorClass.ARITY),
  RETURN(
      Family.CALLS,
      "result --",
      "Cuts the stack back to below the running procedure's callee, pushes the result there and"
          + " goes on in the caller."),

  CONS(Family.PAIRS, "cons", "a d -- pair", "Makes a pair."),
  CAR(Family.PAIRS, "car", "pair -- a", "The first field of a pair.", ErrorClass.TYPE),
  CDR(Family.PAIRS, "cdr", "pair -- d", "The second field of a pair.", ErrorClass.TYPE),
  IS_PAIR(Family.PAIRS, "pair?", "x -- boolean", "Whether x is a pair."),
  IS_NULL(Family.PAIRS, "null?", "x -- boolean", "Whether x is the empty list."),
  NOT(Family.PAIRS, "not", "x -- boolean", "Whether x is #f."),
  EQ(Family.PAIRS, "eq?", "x y -- boolean", "Whether x and y are the same object."),
  ADD(Family.NUMBERS, "+", "x y -- sum", "Adds two numbers.", ErrorClass.TYPE),
  SUB(Family.NUMBERS, "-", "x y -- difference", "Subtracts y from x.", ErrorClass.TYPE),
  MUL(Family.NUMBERS, "*", "x y -- product", "Multiplies two numbers.", ErrorClass.TYPE),
  NUM_EQ(Family.NUMBERS, "=", "x y -- boolean", "Whether two numbers are equal.", ErrorClass.TYPE),
  LESS(Family.NUMBERS, "<", "x y -- boolean", "Whether x is less than y.", ErrorClass.TYPE),
  GREATER(Family.NUMBERS, ">", "x y -- boolean", "Whether x is greater than y.", ErrorClass.TYPE),
  LESS_EQUAL(Family.NUMBERS, "<=", "x y -- boolean", "Whether x is at most y.", ErrorClass.TYPE),
  GREATER_EQUAL(
      Family.NUMBERS, ">=", "x y -- boolean", "Whether x is at least y.", ErrorClass.TYPE),
  QUOTIENT(
      Family.NUMBERS,
      "quotient",
      "x y -- quotient",
      "Divides x by y, rounding towards zero.",
      ErrorClass.TYPE,
      ErrorClass.DIVIDE_BY_ZERO),
  REMAINDER(
      Family.NUMBERS,
      "remainder",
      "x y -- remainder",
      "What is left of x when it is divided by y, with the sign of x.",
      ErrorClass.TYPE,
      ErrorClass.DIVIDE_BY_ZERO),
  MODULO(
      Family.NUMBERS,
      "modulo",
      "x y -- modulus",
      "What is left of x when it is divided by y, with the sign of y.",
      ErrorClass.TYPE,
      ErrorClass.DIVIDE_BY_ZERO),
  SET_CAR(
      Family.PAIRS,
      "set-car!",
      "pair a -- x",
      "Replaces the first field; x is unspecified.",
      ErrorClass.TYPE),
  SET_CDR(
      Family.PAIRS,
      "set-cdr!",
      "pair d -- x",
      "Replaces the second field; x is unspecified.",
      ErrorClass.TYPE),
  VECTOR_REF(
      Family.VECTORS,
      "vector-ref",
      "vector k -- element",
      "The element at index k.",
      ErrorClass.TYPE,
      ErrorClass.RANGE),
  VECTOR_SET(
      Family.VECTORS,
      "vector-set!",
      "vector k element -- x",
      "Replaces the element at index k; x is unspecified.",
      ErrorClass.TYPE,
      ErrorClass.RANGE);

  private static final Opcode[] TABLE = values();

  private final Family family;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
  private final List<Operand> operands;

  private final @Nullable String procedure;
  private final String picture;
  private final String sentence;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
  private final List<ErrorClass> errors;

  private final int pops;
  private final int pushes;

  Opcode(Family family, String picture, String sentence, ErrorClass... errors) {
    this(family, List.of(), null, picture, sentence, errors);
  }

  Opcode(Family family, Operand operand, String picture, String sentence, ErrorClass... errors) {
    this(family, List.of(operand), null, picture, sentence, errors);
  }

  Opcode(
      Family family,
      List<Operand> operands,
      String picture,
      String sentence,
      ErrorClass... errors) {
    this(family, operands, null, picture, sentence, errors);
  }

  Opcode(Family family, String procedure, String picture, String sentence, ErrorClass... errors) {
    this(family, List.of(), procedure, picture, sentence, errors);
  }

  Opcode(
      Family family,
      List<Operand> operands,
      @Nullable String procedure,
      String picture,
      String sentence,
      ErrorClass... errors) {
    this.family = family;
    this.operands = operands;
    this.procedure = procedure;
    this.picture = picture;
    this.sentence = sentence;
    this.errors = List.of(errors);
    int middle = picture.indexOf("--");
    this.pops = countWords(picture, 0, middle);
    this.pushes = countWords(picture, middle + 2, picture.length());
  }

  /** The opcode of that number. */
  public static Opcode of(int code) {
    return TABLE[code];
  }

  /** Whether an opcode has that number. */
  public static boolean isCode(int code) {
    return code >= 0 && code < TABLE.length;
  }

  /** Its number in code: its place in this table, from 0. */
  @SuppressWarnings("EnumOrdinal") // the table's order is the numbering
  public int code() {
    return ordinal();
  }

  /** The clause of the spec's instruction reference that states it. */
  public String clause() {
    return "OP-" + (code() + 1);
  }

  /** What it has to do with. */
  public Family family() {
    return family;
  }

  /** Its name in listings. */
  public String mnemonic() {
    return name();
  }

  /** What the words after it mean. */
  public List<Operand> operands() {
    return operands;
  }

  /** How many words it takes in code: its own, and one for each operand. */
  public int length() {
    return 1 + operands.size();
  }

  /** The standard procedure that it is integrated for, or null. */
  public @Nullable String procedure() {
    return procedure;
  }

  /** The stack before and after, the top at the right. */
  public String picture() {
    return picture;
  }

  /** What it does, in one sentence. */
  public String sentence() {
    return sentence;
  }

  /** The classes of errors that it can raise itself. */
  public List<ErrorClass> errors() {
    return errors;
  }

  /** Whether control never goes on with the instruction after it. */
  public boolean isEnd() {
    return switch (this) {
      case JUMP, LOOP, TAIL_CALL, RETURN -> true;
      default -> false;
    };
  }

  /**
   * How many values it takes off the stack.
   *
   * @param values how many values its {@code ...} stands for, if its picture has one
   */
  public int pops(int values) {
    return switch (this) {
      case CALL, TAIL_CALL -> values + 1;
      case CLOSURE, CASE_CLOSURE, LOOP -> values;
      default -> pops;
    };
  }

  /**
   * How many values it leaves on the stack.
   *
   * @param values how many values its {@code ...} stands for, if its picture has one
   */
  public int pushes(int values) {
    return this == RECEIVE ? values : pushes;
  }

  private static int countWords(String text, int from, int to) {
    int words = 0;
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != ' ' && (i == 0 || text.charAt(i - 1) == ' ')) {
        words++;
      }
    }
    return words;
  }

  /** What instructions have to do with. */
  public enum Family {
    SLOTS("Constants, slots and captured values"),
    BOXES("Boxes"),
    GLOBALS("Global variables"),
    CLOSURES("Making procedures"),
    VALUES("Dropping and receiving values"),
    JUMPS("Jumps and loops"),
    CALLS("Calls and returns"),
    PAIRS("Pairs, truth and identity"),
    NUMBERS("Numbers"),
    VECTORS("Vectors");

    private final String title;

    Family(String title) {
      this.title = title;
    }

    /** A heading. */
    public String title() {
      return title;
    }
  }
}
