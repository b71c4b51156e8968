package dev.touchstone.vm.machine;

import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Box;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Equivalence;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Numbers;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One run of one program: the registers, the two stacks, the loop over instructions, and the three
 * ways for control to move from a procedure to another: call, tail call and return. What control
 * procedures add to these is in {@link MachineControl}.
 */
public final class Machine {
  /** How many pending calls an error tells of. */
  public static final int TRACE_LENGTH = 20;

  /** How many steps go by between two polls of the host. */
  private static final int POLL_INTERVAL = 8192;

  /** How many calls of primitives that may take long go by between two polls of the host. */
  private static final int BULK_INTERVAL = 8;

  /** In place of a word index: the running procedure is another one now. */
  private static final int MOVED = -1;

  /** Definitions need next to none. */
  private static final int LIBRARY_STACK = 1000;

  private static final Value[] NO_CAPTURES = {};

  private static final Symbol RAISE = Symbol.of("raise");

  /**
   * What the loop can do at a word of code: the instruction that stands there, or something that
   * linking has put in its place. (An enum of this class, since a switch over it then needs no
   * table between constant and arm.)
   */
  enum Action {
    CONST,
    LOCAL,
    TAKE_LOCAL,
    SET_LOCAL,
    CLEAR_LOCAL,
    CAPTURED,
    BOX,
    EMPTY_BOX,
    UNBOX,
    SET_BOX,
    GLOBAL,
    STANDARD,
    SET_GLOBAL,
    DEFINE_GLOBAL,
    CLOSURE,
    CASE_CLOSURE,
    PATCH,
    POP,
    RECEIVE,
    JUMP,
    JUMP_IF_FALSE,
    JUMP_IF_TRUE_KEEP,
    LOOP,
    CALL,
    TAIL_CALL,
    RETURN,
    CONS,
    CAR,
    CDR,
    IS_PAIR,
    IS_NULL,
    NOT,
    EQ,
    ADD,
    SUB,
    MUL,
    NUM_EQ,
    LESS,
    GREATER,
    LESS_EQUAL,
    GREATER_EQUAL,
    QUOTIENT,
    REMAINDER,
    MODULO,
    SET_CAR,
    SET_CDR,
    VECTOR_REF,
    VECTOR_SET,

    /** In place of an integrated instruction whose procedure the world has replaced. */
    REDIRECT,

    // Fused: the work of several instructions that often follow each other. Of those that begin at
    // one word the first that fits is taken, so longer ones come first.

    // A test on a local variable, and the jump.
    LOCAL_CONST_EQ_JUMP(Opcode.LOCAL, Opcode.CONST, Opcode.NUM_EQ, Opcode.JUMP_IF_FALSE),
    LOCAL_CONST_LESS_JUMP(Opcode.LOCAL, Opcode.CONST, Opcode.LESS, Opcode.JUMP_IF_FALSE),
    LOCAL_NULL_JUMP(Opcode.LOCAL, Opcode.IS_NULL, Opcode.JUMP_IF_FALSE),
    LOCAL_PAIR_JUMP(Opcode.LOCAL, Opcode.IS_PAIR, Opcode.JUMP_IF_FALSE),
    LOCAL_JUMP(Opcode.LOCAL, Opcode.JUMP_IF_FALSE),

    // A test of what is on the stack, or its opposite, and the jump.
    CONST_EQ_JUMP(Opcode.CONST, Opcode.EQ, Opcode.JUMP_IF_FALSE),
    CONST_NUM_EQ_JUMP(Opcode.CONST, Opcode.NUM_EQ, Opcode.JUMP_IF_FALSE),
    IS_NULL_NOT_JUMP(Opcode.IS_NULL, Opcode.NOT, Opcode.JUMP_IF_FALSE),
    IS_PAIR_NOT_JUMP(Opcode.IS_PAIR, Opcode.NOT, Opcode.JUMP_IF_FALSE),
    EQ_NOT_JUMP(Opcode.EQ, Opcode.NOT, Opcode.JUMP_IF_FALSE),
    NUM_EQ_NOT_JUMP(Opcode.NUM_EQ, Opcode.NOT, Opcode.JUMP_IF_FALSE),
    LESS_NOT_JUMP(Opcode.LESS, Opcode.NOT, Opcode.JUMP_IF_FALSE),
    IS_NULL_JUMP(Opcode.IS_NULL, Opcode.JUMP_IF_FALSE),
    IS_PAIR_JUMP(Opcode.IS_PAIR, Opcode.JUMP_IF_FALSE),
    EQ_JUMP(Opcode.EQ, Opcode.JUMP_IF_FALSE),
    NUM_EQ_JUMP(Opcode.NUM_EQ, Opcode.JUMP_IF_FALSE),
    LESS_JUMP(Opcode.LESS, Opcode.JUMP_IF_FALSE),
    GREATER_JUMP(Opcode.GREATER, Opcode.JUMP_IF_FALSE),
    LESS_EQUAL_JUMP(Opcode.LESS_EQUAL, Opcode.JUMP_IF_FALSE),
    GREATER_EQUAL_JUMP(Opcode.GREATER_EQUAL, Opcode.JUMP_IF_FALSE),
    NOT_JUMP(Opcode.NOT, Opcode.JUMP_IF_FALSE),

    // A first step of a computation.
    LOCAL_CONST_SUB(Opcode.LOCAL, Opcode.CONST, Opcode.SUB),
    LOCAL_CONST_ADD(Opcode.LOCAL, Opcode.CONST, Opcode.ADD),
    TAKE_LOCAL_CONST_SUB(Opcode.TAKE_LOCAL, Opcode.CONST, Opcode.SUB),
    TAKE_LOCAL_CONST_ADD(Opcode.TAKE_LOCAL, Opcode.CONST, Opcode.ADD),
    LOCAL_CAR(Opcode.LOCAL, Opcode.CAR),
    LOCAL_CDR(Opcode.LOCAL, Opcode.CDR),
    TAKE_LOCAL_CDR(Opcode.TAKE_LOCAL, Opcode.CDR),

    // Two pushes.
    LOCAL_LOCAL(Opcode.LOCAL, Opcode.LOCAL),
    GLOBAL_LOCAL(Opcode.GLOBAL, Opcode.LOCAL),
    TAKE_LOCAL_TAKE_LOCAL(Opcode.TAKE_LOCAL, Opcode.TAKE_LOCAL);

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<Opcode> parts;

    Action(Opcode... parts) {
      this.parts = List.of(parts);
    }

    /** The action of an instruction that stands for itself. */
    static Action of(Opcode opcode) {
      return valueOf(opcode.name());
    }

    /** Of a fused action, the instructions whose work it does; else none. */
    List<Opcode> parts() {
      return parts;
    }
  }

  private final World world;
  private final Bounds bounds;
  private final MachineControl control = new MachineControl(this);
  final ValueStack stack;
  final FrameStack frames;

  /** What lies beneath the two stacks: the part of the continuation that has been captured. */
  @Nullable Below below;

  /** What the pending calls have set up for those that they call. */
  Dynamics dynamics = Dynamics.NONE;

  // The registers. While the loop is inside a procedure, it keeps pc and sp in local variables.

  /** The running procedure. */
  private Closure closure;

  /** The slot of its first argument; the one beneath holds the procedure itself. */
  int base;

  /** The slot above the top of the stack. */
  int sp;

  /** The word of the next instruction. */
  private int pc;

  /**
   * What a procedure of the library last took the place of, for errors where nothing is pending.
   */
  private @Nullable Closure leftFor;

  private int leftAt;

  /** How the run has ended, or null while it goes on. */
  private @Nullable Outcome outcome;

  /** How many steps may still be taken before the host is asked. */
  private int fuel;

  private long stepsGranted;

  /** How many primitives that may take long have been called since the host was asked. */
  private int bulkCalls;

  /** A machine that is about to run a unit in a world. */
  public Machine(Unit unit, World world, Bounds bounds) {
    this.world = world;
    this.bounds = bounds;
    this.stack = new ValueStack(bounds.stackSlots());
    this.frames = new FrameStack(bounds.frames());
    this.closure = new Closure(world.link(unit), NO_CAPTURES);
  }

  /** Runs a part of the library in the library's own world, once and for all worlds. */
  public static void runLibrary(Unit unit, World world) {
    Bounds bounds = new Bounds(Long.MAX_VALUE, LIBRARY_STACK, LIBRARY_STACK, () -> {});
    Machine machine = new Machine(unit, world, bounds);
    Template main = machine.closure.template;
    if (!(machine.run() instanceof Outcome.Done)) {
      throw new MachineFault("the library does not load");
    }
    main.linkAll();
  }

  /** Runs the unit to its end. To be called once. */
  public Outcome run() {
    try {
      stack.reserve(1);
      stack.slots[0] = closure;
      base = 1;
      enter(closure);
      while (outcome == null) {
        SchemeError error = loop();
        if (error != null) {
          raise(error);
        }
      }
      return outcome;
    } catch (Exhaustion exhaustion) {
      return new Outcome.Exhausted(exhaustion.limit());
    }
  }

  /** How many procedure calls were made. */
  public long steps() {
    return stepsGranted - fuel;
  }

  /** The most frames that there were. */
  public int peakFrames() {
    return frames.peak();
  }

  /** The most slots of the value stack that were reserved. */
  public int peakStack() {
    return stack.peak();
  }

  /**
   * The loop. Its outer round begins whenever another procedure is running than before, and loads
   * what belongs to that procedure; its inner round executes one instruction, whose arm yields the
   * word at which to go on.
   *
   * @return an error that an instruction has raised, or null when the run has ended
   */
  private @Nullable SchemeError loop() {
    int pc = 0;
    int sp = 0;
    try {
      while (outcome == null) {
        Template template = closure.template;
        Action[] actions = template.actions;
        int[] words = template.words;
        Value[] captures = closure.captures;
        Value[] slots = stack.slots;
        int base = this.base;
        sp = this.sp;
        pc = this.pc;
        while (pc != MOVED) {
          pc =
              switch (actions[pc]) {
                case CONST -> {
                  slots[sp++] = template.constants[words[pc + 1]];
                  yield pc + 2;
                }
                case LOCAL -> {
                  slots[sp++] = slots[base + words[pc + 1]];
                  yield pc + 2;
                }
                case TAKE_LOCAL -> {
                  int slot = base + words[pc + 1];
                  slots[sp++] = slots[slot];
                  slots[slot] = null;
                  yield pc + 2;
                }
                case SET_LOCAL -> {
                  slots[base + words[pc + 1]] = slots[--sp];
                  yield pc + 2;
                }
                case CLEAR_LOCAL -> {
                  slots[base + words[pc + 1]] = null;
                  yield pc + 2;
                }
                case CAPTURED -> {
                  slots[sp++] = captures[words[pc + 1]];
                  yield pc + 2;
                }
                case BOX -> {
                  slots[sp - 1] = new Box(slots[sp - 1]);
                  yield pc + 1;
                }
                case EMPTY_BOX -> {
                  slots[sp++] = new Box(null);
                  yield pc + 1;
                }
                case UNBOX -> {
                  slots[sp - 1] = content(slots[sp - 1]);
                  yield pc + 1;
                }
                case SET_BOX -> {
                  sp -= 2;
                  ((Box) slots[sp]).set(slots[sp + 1]);
                  yield pc + 1;
                }
                case GLOBAL -> {
                  slots[sp++] = value(template.cells[words[pc + 1]]);
                  yield pc + 2;
                }
                case STANDARD -> {
                  slots[sp++] = template.cells[words[pc + 1]].original;
                  yield pc + 2;
                }
                case SET_GLOBAL -> {
                  assign(template.cells[words[pc + 1]], slots[--sp]);
                  yield pc + 2;
                }
                case DEFINE_GLOBAL -> {
                  world.store(template.cells[words[pc + 1]], slots[--sp]);
                  yield pc + 2;
                }
                case CLOSURE -> {
                  Template inner = template.nested(words[pc + 1]);
                  sp -= inner.captures;
                  slots[sp] = new Closure(inner, copy(slots, sp, inner.captures));
                  sp++;
                  yield pc + 2;
                }
                case CASE_CLOSURE -> {
                  sp -= words[pc + 1];
                  slots[sp] = caseClosure(slots, sp, words[pc + 1]);
                  sp++;
                  yield pc + 2;
                }
                case PATCH -> {
                  sp -= 2;
                  ((Closure) slots[sp]).captures[words[pc + 1]] = slots[sp + 1];
                  yield pc + 2;
                }
                case POP -> {
                  sp--;
                  yield pc + 1;
                }
                case RECEIVE -> {
                  sp = ReturnPoint.receive(slots, sp, words[pc + 1], words[pc + 2] != 0);
                  yield pc + 3;
                }
                case JUMP -> words[pc + 1];
                case JUMP_IF_FALSE -> slots[--sp] == Bool.FALSE ? words[pc + 1] : pc + 2;
                case JUMP_IF_TRUE_KEEP -> {
                  if (slots[sp - 1] != Bool.FALSE) {
                    yield words[pc + 1];
                  }
                  sp--;
                  yield pc + 2;
                }
                case LOOP -> {
                  int count = words[pc + 3];
                  sp -= count;
                  if (count > 0) {
                    moveDown(slots, sp, base + words[pc + 2], count);
                  }
                  turn(sp, pc);
                  yield words[pc + 1];
                }
                case CALL -> {
                  this.sp = sp;
                  call(words[pc + 1], pc + 2);
                  yield MOVED;
                }
                case TAIL_CALL -> {
                  this.sp = sp;
                  this.pc = pc;
                  if (tailCall(words[pc + 1])) {
                    sp = this.sp;
                    yield 0;
                  }
                  yield MOVED;
                }
                case RETURN -> {
                  returnFrom(slots[sp - 1]);
                  yield MOVED;
                }
                case REDIRECT -> {
                  this.sp = sp;
                  redirect(Opcode.of(words[pc]), pc + 1);
                  yield MOVED;
                }
                case LOCAL_CONST_EQ_JUMP -> {
                  Value value = slots[base + words[pc + 1]];
                  if (value instanceof Fixnum x) {
                    boolean equal = x.value() == fixnum(template.constants[words[pc + 3]]);
                    yield equal ? pc + 7 : words[pc + 6];
                  }
                  slots[sp++] = value;
                  yield pc + 2;
                }
                case LOCAL_CONST_LESS_JUMP -> {
                  Value value = slots[base + words[pc + 1]];
                  if (value instanceof Fixnum x) {
                    boolean less = x.value() < fixnum(template.constants[words[pc + 3]]);
                    yield less ? pc + 7 : words[pc + 6];
                  }
                  slots[sp++] = value;
                  yield pc + 2;
                }
                case LOCAL_NULL_JUMP ->
                    slots[base + words[pc + 1]] == EmptyList.INSTANCE ? pc + 5 : words[pc + 4];
                case LOCAL_CONST_SUB -> {
                  Value value = slots[base + words[pc + 1]];
                  if (value instanceof Fixnum x) {
                    slots[sp++] = Numbers.subtract(x, template.constants[words[pc + 3]]);
                    yield pc + 5;
                  }
                  slots[sp++] = value;
                  yield pc + 2;
                }
                case TAKE_LOCAL_CONST_SUB -> {
                  int slot = base + words[pc + 1];
                  Value value = slots[slot];
                  slots[slot] = null;
                  if (value instanceof Fixnum x) {
                    slots[sp++] = Numbers.subtract(x, template.constants[words[pc + 3]]);
                    yield pc + 5;
                  }
                  slots[sp++] = value;
                  yield pc + 2;
                }
                case TAKE_LOCAL_CONST_ADD -> {
                  int slot = base + words[pc + 1];
                  Value value = slots[slot];
                  slots[slot] = null;
                  if (value instanceof Fixnum x) {
                    slots[sp++] = Numbers.add(x, template.constants[words[pc + 3]]);
                    yield pc + 5;
                  }
                  slots[sp++] = value;
                  yield pc + 2;
                }
                case LOCAL_CAR -> {
                  Value value = slots[base + words[pc + 1]];
                  if (value instanceof Pair pair) {
                    slots[sp++] = pair.car();
                    yield pc + 3;
                  }
                  slots[sp++] = value;
                  yield pc + 2;
                }
                case TAKE_LOCAL_CDR -> {
                  int slot = base + words[pc + 1];
                  Value value = slots[slot];
                  slots[slot] = null;
                  if (value instanceof Pair pair) {
                    slots[sp++] = pair.cdr();
                    yield pc + 3;
                  }
                  slots[sp++] = value;
                  yield pc + 2;
                }
                case LOCAL_PAIR_JUMP ->
                    slots[base + words[pc + 1]] instanceof Pair ? pc + 5 : words[pc + 4];
                case LOCAL_JUMP ->
                    slots[base + words[pc + 1]] == Bool.FALSE ? words[pc + 3] : pc + 4;
                case CONST_EQ_JUMP -> {
                  Value constant = template.constants[words[pc + 1]];
                  yield Equivalence.eq(slots[--sp], constant) ? pc + 5 : words[pc + 4];
                }
                case CONST_NUM_EQ_JUMP -> {
                  Value value = slots[sp - 1];
                  if (value instanceof Fixnum x) {
                    sp--;
                    boolean equal = x.value() == fixnum(template.constants[words[pc + 1]]);
                    yield equal ? pc + 5 : words[pc + 4];
                  }
                  slots[sp++] = template.constants[words[pc + 1]];
                  yield pc + 2;
                }
                case IS_NULL_NOT_JUMP -> {
                  sp--;
                  yield slots[sp] != EmptyList.INSTANCE ? pc + 4 : words[pc + 3];
                }
                case IS_PAIR_NOT_JUMP -> {
                  sp--;
                  yield !(slots[sp] instanceof Pair) ? pc + 4 : words[pc + 3];
                }
                case EQ_NOT_JUMP -> {
                  sp -= 2;
                  yield !Equivalence.eq(slots[sp], slots[sp + 1]) ? pc + 4 : words[pc + 3];
                }
                case NUM_EQ_NOT_JUMP -> {
                  sp -= 2;
                  yield !Comparisons.equal(slots[sp], slots[sp + 1]) ? pc + 4 : words[pc + 3];
                }
                case LESS_NOT_JUMP -> {
                  sp -= 2;
                  yield !Comparisons.less(slots[sp], slots[sp + 1]) ? pc + 4 : words[pc + 3];
                }
                case IS_NULL_JUMP -> {
                  sp--;
                  yield slots[sp] == EmptyList.INSTANCE ? pc + 3 : words[pc + 2];
                }
                case IS_PAIR_JUMP -> {
                  sp--;
                  yield slots[sp] instanceof Pair ? pc + 3 : words[pc + 2];
                }
                case EQ_JUMP -> {
                  sp -= 2;
                  yield Equivalence.eq(slots[sp], slots[sp + 1]) ? pc + 3 : words[pc + 2];
                }
                case NUM_EQ_JUMP -> {
                  sp -= 2;
                  yield Comparisons.equal(slots[sp], slots[sp + 1]) ? pc + 3 : words[pc + 2];
                }
                case LESS_JUMP -> {
                  sp -= 2;
                  yield Comparisons.less(slots[sp], slots[sp + 1]) ? pc + 3 : words[pc + 2];
                }
                case GREATER_JUMP -> {
                  sp -= 2;
                  yield Comparisons.greater(slots[sp], slots[sp + 1]) ? pc + 3 : words[pc + 2];
                }
                case LESS_EQUAL_JUMP -> {
                  sp -= 2;
                  yield Comparisons.lessOrEqual(slots[sp], slots[sp + 1]) ? pc + 3 : words[pc + 2];
                }
                case GREATER_EQUAL_JUMP -> {
                  sp -= 2;
                  yield Comparisons.greaterOrEqual(slots[sp], slots[sp + 1])
                      ? pc + 3
                      : words[pc + 2];
                }
                case NOT_JUMP -> slots[--sp] == Bool.FALSE ? pc + 3 : words[pc + 2];
                case LOCAL_CONST_ADD -> {
                  Value value = slots[base + words[pc + 1]];
                  if (value instanceof Fixnum x) {
                    slots[sp++] = Numbers.add(x, template.constants[words[pc + 3]]);
                    yield pc + 5;
                  }
                  slots[sp++] = value;
                  yield pc + 2;
                }
                case LOCAL_CDR -> {
                  Value value = slots[base + words[pc + 1]];
                  if (value instanceof Pair pair) {
                    slots[sp++] = pair.cdr();
                    yield pc + 3;
                  }
                  slots[sp++] = value;
                  yield pc + 2;
                }
                case LOCAL_LOCAL -> {
                  slots[sp] = slots[base + words[pc + 1]];
                  slots[sp + 1] = slots[base + words[pc + 3]];
                  sp += 2;
                  yield pc + 4;
                }
                case GLOBAL_LOCAL -> {
                  slots[sp] = value(template.cells[words[pc + 1]]);
                  slots[sp + 1] = slots[base + words[pc + 3]];
                  sp += 2;
                  yield pc + 4;
                }
                case TAKE_LOCAL_TAKE_LOCAL -> {
                  int first = base + words[pc + 1];
                  int second = base + words[pc + 3];
                  slots[sp] = slots[first];
                  slots[first] = null;
                  slots[sp + 1] = slots[second];
                  slots[second] = null;
                  sp += 2;
                  yield pc + 4;
                }
                case QUOTIENT -> {
                  sp--;
                  slots[sp - 1] = Numbers.truncateQuotient("quotient", slots[sp - 1], slots[sp]);
                  yield pc + 1;
                }
                case REMAINDER -> {
                  sp--;
                  slots[sp - 1] = Numbers.truncateRemainder("remainder", slots[sp - 1], slots[sp]);
                  yield pc + 1;
                }
                case MODULO -> {
                  sp--;
                  slots[sp - 1] = Numbers.floorRemainder("modulo", slots[sp - 1], slots[sp]);
                  yield pc + 1;
                }
                case SET_CAR -> {
                  sp--;
                  slots[sp - 1] = Pairs.setCar(slots[sp - 1], slots[sp]);
                  yield pc + 1;
                }
                case SET_CDR -> {
                  sp--;
                  slots[sp - 1] = Pairs.setCdr(slots[sp - 1], slots[sp]);
                  yield pc + 1;
                }
                case VECTOR_REF -> {
                  sp--;
                  slots[sp - 1] = Vectors.ref(slots[sp - 1], slots[sp]);
                  yield pc + 1;
                }
                case VECTOR_SET -> {
                  sp -= 2;
                  slots[sp - 1] = Vectors.set(slots[sp - 1], slots[sp], slots[sp + 1]);
                  yield pc + 1;
                }
                case CONS -> {
                  sp--;
                  slots[sp - 1] = Pair.of(slots[sp - 1], slots[sp]);
                  yield pc + 1;
                }
                case CAR -> {
                  slots[sp - 1] = Pairs.car(slots[sp - 1]);
                  yield pc + 1;
                }
                case CDR -> {
                  slots[sp - 1] = Pairs.cdr(slots[sp - 1]);
                  yield pc + 1;
                }
                case IS_PAIR -> {
                  slots[sp - 1] = Bool.of(slots[sp - 1] instanceof Pair);
                  yield pc + 1;
                }
                case IS_NULL -> {
                  slots[sp - 1] = Bool.of(slots[sp - 1] == EmptyList.INSTANCE);
                  yield pc + 1;
                }
                case NOT -> {
                  slots[sp - 1] = Bool.of(slots[sp - 1] == Bool.FALSE);
                  yield pc + 1;
                }
                case EQ -> {
                  sp--;
                  slots[sp - 1] = Bool.of(Equivalence.eq(slots[sp - 1], slots[sp]));
                  yield pc + 1;
                }
                case ADD -> {
                  sp--;
                  slots[sp - 1] = Numbers.add(slots[sp - 1], slots[sp]);
                  yield pc + 1;
                }
                case SUB -> {
                  sp--;
                  slots[sp - 1] = Numbers.subtract(slots[sp - 1], slots[sp]);
                  yield pc + 1;
                }
                case MUL -> {
                  sp--;
                  slots[sp - 1] = Numbers.multiply(slots[sp - 1], slots[sp]);
                  yield pc + 1;
                }
                case NUM_EQ -> {
                  sp--;
                  slots[sp - 1] = Bool.of(Comparisons.equal(slots[sp - 1], slots[sp]));
                  yield pc + 1;
                }
                case LESS -> {
                  sp--;
                  slots[sp - 1] = Bool.of(Comparisons.less(slots[sp - 1], slots[sp]));
                  yield pc + 1;
                }
                case GREATER -> {
                  sp--;
                  slots[sp - 1] = Bool.of(Comparisons.greater(slots[sp - 1], slots[sp]));
                  yield pc + 1;
                }
                case LESS_EQUAL -> {
                  sp--;
                  slots[sp - 1] = Bool.of(Comparisons.lessOrEqual(slots[sp - 1], slots[sp]));
                  yield pc + 1;
                }
                case GREATER_EQUAL -> {
                  sp--;
                  slots[sp - 1] = Bool.of(Comparisons.greaterOrEqual(slots[sp - 1], slots[sp]));
                  yield pc + 1;
                }
              };
        }
      }
      return null;
    } catch (SchemeError error) {
      this.pc = pc;
      this.sp = sp;
      return error;
    } catch (ClassCastException | IndexOutOfBoundsException | NullPointerException e) {
      throw new MachineFault("in " + closure.name() + ", at word " + pc, e);
    }
  }

  // How control moves.

  /** Calls the procedure beneath the arguments. */
  private void call(int count, int returnPc) {
    step();
    int first = sp - count;
    if (stack.slots[first - 1] instanceof Closure callee) {
      if (callee.template.exactArguments != count) {
        collectRest(callee, first, count);
      }
      frames.push(first - base, returnPc, closure);
      base = first;
      enter(callee);
    } else if (stack.slots[first - 1] instanceof Primitive primitive) {
      Value result = apply(primitive, first, count);
      stack.slots[first - 1] = result;
      sp = first;
      pc = returnPc;
    } else if (stack.slots[first - 1] instanceof CaseClosure cases) {
      stack.slots[first - 1] = cases.clause(count);
      call(count, returnPc);
    } else {
      control.call(controlProcedure(first), first, count, returnPc);
    }
  }

  /**
   * Calls the procedure beneath the arguments in place of the running one.
   *
   * @return whether that is the running one itself, so that what the loop has loaded still holds
   */
  boolean tailCall(int count) {
    step();
    int first = sp - count;
    if (!(stack.slots[first - 1] instanceof Closure callee)) {
      tailCallOther(first, count);
      return false;
    }
    boolean again = callee == closure && callee.template.exactArguments == count;
    if (callee.template.exactArguments != count) {
      collectRest(callee, first, count);
    }
    if (callee.template.library && !closure.template.library) {
      leftFor = closure;
      leftAt = pc;
    }
    moveDown(stack.slots, first - 1, base - 1, sp - first + 1);
    enter(callee);
    return again;
  }

  private void tailCallOther(int first, int count) {
    Value callee = stack.slots[first - 1];
    if (callee instanceof Primitive primitive) {
      returnFrom(apply(primitive, first, count));
    } else if (callee instanceof CaseClosure cases) {
      stack.slots[first - 1] = cases.clause(count);
      tailCall(count);
    } else {
      control.call(controlProcedure(first), first, count, MachineControl.TAIL);
    }
  }

  private Value apply(Primitive primitive, int first, int count) {
    if (primitive.isBulk() && ++bulkCalls == BULK_INTERVAL) {
      bulkCalls = 0;
      bounds.poll().run();
    }
    return primitive.apply(stack.slots, first, count, world);
  }

  private ControlProcedure controlProcedure(int first) {
    Value callee = stack.slots[first - 1];
    if (callee instanceof ControlProcedure procedure) {
      return procedure;
    }
    throw Errors.notProcedure(callee);
  }

  /** A step inside of a procedure. */
  private void turn(int sp, int pc) {
    if (fuel == 0) {
      this.sp = sp;
      this.pc = pc;
      refuel();
    }
    fuel--;
  }

  /** Copies a callee and its arguments, or the variables of a loop; most have few. */
  private static void moveDown(Value[] slots, int from, int to, int count) {
    slots[to] = slots[from];
    if (count > 1) {
      slots[to + 1] = slots[from + 1];
      if (count > 2) {
        slots[to + 2] = slots[from + 2];
        if (count > 3) {
          System.arraycopy(slots, from + 3, slots, to + 3, count - 3);
        }
      }
    }
  }

  /** Leaves the running procedure. */
  void returnFrom(Value result) {
    if (frames.depth() == 0 && !unseal()) {
      outcome = new Outcome.Done(List.of(result));
      return;
    }
    stack.slots[base - 1] = result;
    sp = base;
    popFrame();
  }

  private void popFrame() {
    frames.pop();
    int frame = frames.depth();
    base -= frames.baseDelta(frame);
    pc = frames.returnPc(frame);
    closure = frames.closure(frame);
  }

  /** Leaves the running procedure with any number of values: the return point says how many. */
  void returnFrom(Value[] results) {
    if (results.length == 1) {
      returnFrom(results[0]);
    } else if (frames.depth() == 0 && !unseal()) {
      outcome = new Outcome.Done(List.of(results));
    } else {
      int caller = frames.depth() - 1;
      ReturnPoint.check(frames.closure(caller), frames.returnPc(caller), results.length);
      int place = base - 1;
      popFrame();
      deliver(results, place);
    }
  }

  /** Returns any number of values to the running procedure itself, to a word of its code. */
  void returnTo(int returnPc, int place, Value[] results) {
    pc = returnPc;
    if (results.length == 1) {
      stack.slots[place] = results[0];
      sp = place + 1;
    } else {
      ReturnPoint.check(closure, returnPc, results.length);
      deliver(results, place);
    }
  }

  /** Does the work of the {@code POP} or {@code RECEIVE} that is next, for values at a place. */
  private void deliver(Value[] results, int place) {
    int[] words = closure.template.words;
    Opcode there = Opcode.of(words[pc]);
    sp = place;
    if (there == Opcode.RECEIVE) {
      int fixed = words[pc + 1];
      System.arraycopy(results, 0, stack.slots, place, fixed);
      sp += fixed;
      if (words[pc + 2] != 0) {
        Value[] further = Arrays.copyOfRange(results, fixed, results.length);
        stack.slots[sp++] = Pair.list(further);
      }
    }
    pc += there.length();
  }

  /**
   * Copies the innermost sealed frame back, so that it is pending as it was before.
   *
   * @return false if there is none: the run is at its end
   */
  private boolean unseal() {
    while (below instanceof Below.Mark mark) {
      below = mark.next();
      dynamics = dynamics.outer();
    }
    if (!(below instanceof Below.Frames frame)) {
      return false;
    }
    Chunk chunk = frame.chunk();
    int last = frame.count() - 1;
    setBelow(frame.withoutLast());
    int delta = chunk.baseDelta(last);
    stack.reserve(Math.max(stack.reserved, 1 + chunk.closure(last).template.maxStack));
    chunk.copySlots(last, stack.slots);
    frames.push(delta, chunk.returnPc(last), chunk.closure(last));
    base = delta + 1;
    return true;
  }

  private void setBelow(@Nullable Below now) {
    below = now;
    frames.setSealed(now == null ? 0 : now.frames());
    stack.setSealed(now == null ? 0 : now.slots());
  }

  /** Moves all pending frames, and the slots beneath the running procedure's, to what is sealed. */
  void seal() {
    int count = frames.depth();
    if (count > 0) {
      continueOn(Below.Frames.of(frames.copy(stack, base - 1, below), count));
    }
  }

  /** Makes the stacks empty and what lies beneath them this. */
  void continueOn(@Nullable Below now) {
    below = now;
    frames.restart(now == null ? 0 : now.frames());
    stack.restart(now == null ? 0 : now.slots());
    stack.reserve(1);
    base = 1;
    sp = 1;
  }

  /** Pushes a frame of the running procedure, which goes on at a word when the call returns. */
  void pushFrame(int first, int returnPc) {
    frames.push(first - base, returnPc, closure);
    base = first;
  }

  /** Starts a closure, whose arguments stand at the base. */
  private void enter(Closure callee) {
    Template template = callee.template;
    closure = callee;
    int top = base + template.maxStack;
    if (top > stack.reserved) {
      stack.reserve(top);
    }
    sp = base + template.slots;
    if (template.locals > 0) {
      Arrays.fill(stack.slots, sp - template.locals, sp, null);
    }
    pc = 0;
  }

  /** Puts the list of further arguments in the place of the first of them. */
  private void collectRest(Closure callee, int first, int count) {
    int required = callee.template.code.required();
    if (!callee.template.code.hasRest() || count < required) {
      throw Errors.wrongCount(callee.template.code, count);
    }
    Value rest = EmptyList.INSTANCE;
    for (int slot = first + count - 1; slot >= first + required; slot--) {
      rest = Pair.of(stack.slots[slot], rest);
    }
    sp = first + required + 1;
    stack.reserve(Math.max(sp, stack.reserved));
    stack.slots[sp - 1] = rest;
  }

  /** Makes the call that an integrated instruction would have saved. */
  private void redirect(Opcode integrated, int returnPc) {
    int count = integrated.pops(0);
    Value[] slots = stack.slots;
    System.arraycopy(slots, sp - count, slots, sp - count + 1, count);
    slots[sp - count] = Objects.requireNonNull(world.replacement(integrated));
    sp++;
    if (closure.template.words[returnPc] == Opcode.RETURN.code()) {
      tailCall(count);
    } else {
      call(count, returnPc);
    }
  }

  // What instructions do that would make the loop too long.

  private static long fixnum(Value constant) {
    return ((Fixnum) constant).value();
  }

  private static Value content(Value box) {
    Value value = ((Box) box).get();
    if (value == null) {
      throw Errors.uninitialised();
    }
    return value;
  }

  private static Value value(Cell cell) {
    Value value = cell.value;
    if (value == null) {
      throw Errors.unbound(cell);
    }
    return value;
  }

  private void assign(Cell cell, Value value) {
    if (cell.value == null) {
      throw Errors.unbound(cell);
    }
    world.store(cell, value);
  }

  private static CaseClosure caseClosure(Value[] slots, int first, int count) {
    List<Closure> clauses = new ArrayList<>(count);
    for (int i = first; i < first + count; i++) {
      clauses.add((Closure) slots[i]);
    }
    return new CaseClosure(List.copyOf(clauses));
  }

  private static Value[] copy(Value[] slots, int first, int count) {
    return count == 0 ? NO_CAPTURES : Arrays.copyOfRange(slots, first, first + count);
  }

  // Steps and errors.

  void step() {
    if (fuel == 0) {
      refuel();
    }
    fuel--;
  }

  private void refuel() {
    if (stepsGranted == bounds.steps()) {
      throw new Exhaustion(Exhaustion.STEPS);
    }
    bounds.poll().run();
    stack.clearUnused(sp, base + closure.template.maxStack);
    frames.clearUnused();
    fuel = (int) Math.min(POLL_INTERVAL, bounds.steps() - stepsGranted);
    stepsGranted += fuel;
  }

  /** Calls the library's {@code raise} where an instruction has failed, if there is a handler. */
  private void raise(SchemeError error) {
    if (dynamics.handler() == null) {
      endUncaught(error.condition());
      return;
    }
    int first = sp + 1;
    stack.reserve(Math.max(stack.reserved, first + 1));
    stack.slots[sp] = world.standard(RAISE);
    stack.slots[first] = error.condition();
    sp = first + 1;
    call(1, pc + 1);
  }

  /** Ends the run: nobody handles what was raised. */
  void endUncaught(Value payload) {
    List<Outcome.PendingCall> calls = PendingCalls.of(closure, pc, frames, below);
    if (calls.isEmpty() && leftFor != null) {
      calls = PendingCalls.of(leftFor, leftAt, frames, null);
    }
    outcome = new Outcome.Uncaught(payload, calls.getFirst().span(), calls);
  }

  World world() {
    return world;
  }
}
