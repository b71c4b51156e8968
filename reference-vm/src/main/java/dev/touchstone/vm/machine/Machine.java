package dev.touchstone.vm.machine;

import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.trace.Tracer;
import dev.touchstone.vm.value.Box;
import dev.touchstone.vm.value.Effort;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One run of one program: the registers, the two stacks, and the three ways for control to move
 * from a procedure to another: call, tail call and return. What goes on inside a procedure is in
 * {@link Loop}, what control procedures add in {@link MachineControl}.
 */
public final class Machine {
  /** How many pending calls an error tells of. */
  public static final int TRACE_LENGTH = 20;

  /** How many steps go by between two polls of the host. */
  private static final int POLL_INTERVAL = 8192;

  /** How many calls of primitives that may take long go by between two polls of the host. */
  private static final int BULK_INTERVAL = 8;

  /** Definitions need next to none. */
  private static final int LIBRARY_STACK = 1000;

  private static final Symbol RAISE = Symbol.of("raise");

  /** Tells what the run does, or null if nobody wants to know. */
  final @Nullable Tracing tracing;

  private final World world;
  private final Bounds bounds;
  private final @Nullable Translator translator;
  private final Loop loop = new Loop(this);
  private final MachineControl control = new MachineControl(this);
  final ValueStack stack;
  final FrameStack frames;

  /** What lies beneath the two stacks: the part of the continuation that has been captured. */
  final Sealed sealed;

  /** What the pending calls have set up for those that they call. */
  Dynamics dynamics = Dynamics.NONE;

  // The registers. While the loop is inside a procedure, it keeps pc and sp in local variables.

  /** The running procedure. */
  Closure closure;

  /** The slot of its first argument; the one beneath holds the procedure itself. */
  int base;

  /** The slot above the top of the stack. */
  int sp;

  /** The word of the next instruction. */
  int pc;

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
    this(unit, world, bounds, null);
  }

  /** A machine that is about to run a unit, and to tell a tracer, if there is one, what it does. */
  public Machine(Unit unit, World world, Bounds bounds, @Nullable Tracer tracer) {
    this.tracing = tracer == null ? null : new Tracing(this, tracer);
    this.world = world;
    this.bounds = bounds;
    this.translator = tracer == null ? bounds.translator() : null;
    this.stack = new ValueStack(bounds.stackSlots());
    this.frames = new FrameStack(bounds.frames());
    this.sealed = new Sealed(stack, frames);
    this.closure = new Closure(world.link(unit), Closure.NO_CAPTURES);
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
    return Effort.during(bounds.poll(), this::runToItsEnd);
  }

  private Outcome runToItsEnd() {
    try {
      stack.reserve(1);
      stack.slots[0] = closure;
      base = 1;
      enter(closure);
      while (outcome == null) {
        try {
          proceed();
        } catch (SchemeError error) {
          raise(error);
        }
      }
      return outcome;
    } catch (Exhaustion exhaustion) {
      return new Outcome.Exhausted(exhaustion.limit());
    } catch (ClassCastException | IndexOutOfBoundsException | NullPointerException e) {
      throw new MachineFault("in " + closure.name() + ", at word " + pc + " or after it", e);
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

  /** Goes on until the run has ended, or an instruction has failed. */
  private void proceed() {
    while (outcome == null) {
      Template template = closure.template;
      Translation translation = template.translation;
      if (translation != null && tracing == null) {
        translation.run(this, closure, stack.slots, base, pc);
      } else if (pc != 0 || !warm(template)) {
        loop.run();
      }
    }
  }

  /**
   * Notes that a code is entered, or a loop in it begins a turn.
   *
   * @return whether it has been translated, since it is executed often
   */
  boolean warm(Template template) {
    return translator != null && template.warm(translator);
  }

  /** An instruction of a translated procedure has failed; nobody needs its temporaries any more. */
  void fail(int pc) {
    this.pc = pc;
    this.sp = base + closure.template.slots;
  }

  // How control moves.

  /**
   * Calls the procedure beneath the arguments.
   *
   * @return whether it has returned already and left its result on the stack, so that the running
   *     procedure goes on
   */
  boolean call(int count, int returnPc) {
    step();
    int first = sp - count;
    if (!(stack.slots[first - 1] instanceof Closure callee)) {
      return callOther(first, count, returnPc);
    }
    if (callee.template.exactArguments != count) {
      collectRest(callee, first, count);
    }
    frames.push(first - base, returnPc, closure);
    base = first;
    enter(callee);
    if (tracing != null) {
      tracing.entered(callee, false);
    }
    return false;
  }

  private boolean callOther(int first, int count, int returnPc) {
    Value callee = stack.slots[first - 1];
    if (callee instanceof Primitive primitive) {
      stack.slots[first - 1] = apply(primitive, first, count);
      sp = first;
      return true;
    }
    if (callee instanceof CaseClosure cases) {
      stack.slots[first - 1] = cases.clause(count);
      return call(count, returnPc);
    }
    control.call(controlProcedure(first), first, count, returnPc);
    return false;
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
    if (tracing != null) {
      tracing.entered(callee, true);
    }
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
    return primitive.apply(stack.slots, first, count, control);
  }

  private ControlProcedure controlProcedure(int first) {
    Value callee = stack.slots[first - 1];
    if (callee instanceof ControlProcedure procedure) {
      return procedure;
    }
    throw Errors.notProcedure(callee);
  }

  /** A step inside of a procedure. */
  void turn(int sp, int pc) {
    if (fuel == 0) {
      this.sp = sp;
      this.pc = pc;
      refuel();
    }
    fuel--;
  }

  /** Copies a callee and its arguments; most have few. */
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
    if (tracing != null) {
      tracing.returning(result);
    }
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
      if (tracing != null) {
        tracing.returning(results);
      }
      outcome = new Outcome.Done(List.of(results));
    } else {
      int caller = frames.depth() - 1;
      ReturnPoint.check(frames.closure(caller), frames.returnPc(caller), results.length);
      if (tracing != null) {
        tracing.returning(results);
      }
      sp = base - 1;
      popFrame();
      ReturnPoint.deliver(this, results);
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
      sp = place;
      ReturnPoint.deliver(this, results);
    }
  }

  /**
   * Makes the innermost sealed frame pending again.
   *
   * @return false if there is none: the run is at its end
   */
  private boolean unseal() {
    while (sealed.unmark()) {
      dynamics = dynamics.withoutPrompt();
    }
    int delta = sealed.restore();
    if (delta == Sealed.NONE) {
      return false;
    }
    base = delta + 1;
    return true;
  }

  /** Seals all pending frames, and the slots beneath the running procedure's. */
  void seal() {
    if (sealed.seal(base - 1)) {
      base = 1;
      sp = 1;
    }
  }

  /** Drops what is pending, and goes on with this instead. */
  void continueOn(@Nullable Below below) {
    sealed.replace(below);
    base = 1;
    sp = 1;
  }

  /** Pushes a frame of the running procedure, which goes on at a word when the call returns. */
  void pushFrame(int first, int returnPc) {
    frames.push(first - base, returnPc, closure);
    base = first;
    if (tracing != null) {
      tracing.pushedFrame();
    }
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
  void redirect(int opcode, int returnPc) {
    Opcode integrated = Opcode.of(opcode);
    int count = integrated.pops(0);
    Value[] slots = stack.slots;
    System.arraycopy(slots, sp - count, slots, sp - count + 1, count);
    slots[sp - count] = Objects.requireNonNull(world.replacement(integrated));
    sp++;
    if (closure.template.words[returnPc] == Opcode.RETURN.code()) {
      tailCall(count);
    } else if (call(count, returnPc)) {
      pc = returnPc;
    }
  }

  // What instructions do that would make the loop too long.

  static Value content(Value box) {
    Value value = ((Box) box).get();
    if (value == null) {
      throw Errors.uninitialised();
    }
    return value;
  }

  static Value value(Cell cell) {
    Value value = cell.value;
    if (value == null) {
      throw Errors.unbound(cell);
    }
    return value;
  }

  /**
   * Assigns a variable that is bound.
   *
   * @return whether the code was linked again
   */
  boolean assign(Cell cell, Value value) {
    if (cell.value == null) {
      throw Errors.unbound(cell);
    }
    return world.store(cell, value);
  }

  /**
   * Binds a variable, or assigns it.
   *
   * @return whether the code was linked again
   */
  boolean define(Cell cell, Value value) {
    return world.store(cell, value);
  }

  static Value[] copy(Value[] slots, int first, int count) {
    return count == 0 ? Closure.NO_CAPTURES : Arrays.copyOfRange(slots, first, first + count);
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
      if (tracing != null) {
        tracing.raised(error.condition());
      }
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
    List<Outcome.PendingCall> calls = PendingCalls.of(closure, pc, frames, sealed.below());
    if (calls.isEmpty() && leftFor != null) {
      calls = PendingCalls.of(leftFor, leftAt, frames, null);
    }
    outcome = new Outcome.Uncaught(payload, calls.getFirst().span(), calls);
  }

  /** Ends the run with that exit code. */
  void exit(int code) {
    outcome = new Outcome.Exited(code);
  }

  World world() {
    return world;
  }
}
