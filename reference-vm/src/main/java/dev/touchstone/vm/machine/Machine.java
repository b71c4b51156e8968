package dev.touchstone.vm.machine;

import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.trace.Tracer;
import dev.touchstone.vm.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The registers and the two stacks of a {@link Run}, and the three ways for control to move from a
 * procedure to another: call, tail call and return. What goes on inside a procedure is in {@link
 * Loop}, what control procedures add in {@link MachineControl}, what becomes of several values in
 * {@link ReturnPoint}.
 */
final class Machine {
  /** Tells what the run does, or null if nobody wants to know. */
  final @Nullable Tracing tracing;

  private final World world;
  private final @Nullable Translator translator;
  private final MachineControl control = new MachineControl(this);

  /** The steps that may still be taken. */
  final Fuel fuel;

  /** What an error that nobody handles tells of. */
  final PendingCalls pending = new PendingCalls(this);

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

  /** How the run has ended, or null while it goes on. */
  private @Nullable Outcome outcome;

  /** A machine that is about to run a unit, and to tell a tracer, if there is one, what it does. */
  Machine(Unit unit, World world, Bounds bounds, @Nullable Tracer tracer) {
    this.tracing = tracer == null ? null : new Tracing(this, tracer);
    this.world = world;
    this.fuel = new Fuel(bounds);
    this.translator = tracer == null ? bounds.translator() : null;
    this.stack = new ValueStack(bounds.stackSlots());
    this.frames = new FrameStack(bounds.frames());
    this.sealed = new Sealed(stack, frames);
    this.closure = new Closure(world.link(unit), Closure.NO_CAPTURES);
  }

  /** Enters the unit's main code. */
  void start() {
    stack.reserve(1);
    stack.slots[0] = closure;
    base = 1;
    enter(closure);
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
      sp = stack.collectRest(callee.template.code, first, count);
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
    control.call(callee, first, count, returnPc);
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
      sp = stack.collectRest(callee.template.code, first, count);
    }
    if (callee.template.library && !closure.template.library) {
      pending.left(closure, pc);
    }
    stack.moveDown(first - 1, base - 1, sp - first + 1);
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
      control.call(callee, first, count, MachineControl.TAIL);
    }
  }

  private Value apply(Primitive primitive, int first, int count) {
    if (primitive.isBulk()) {
      fuel.bulkCall();
    }
    return primitive.apply(stack.slots, first, count, control);
  }

  /** A step inside of a procedure. */
  void turn(int sp, int pc) {
    if (fuel.left == 0) {
      this.sp = sp;
      this.pc = pc;
      refuel();
    }
    fuel.left--;
  }

  /** Leaves the running procedure. */
  void returnFrom(Value result) {
    if (tracing != null) {
      tracing.returning(result);
    }
    if (!waits()) {
      end(new Outcome.Done(List.of(result)));
      return;
    }
    stack.slots[base - 1] = result;
    sp = base;
    popFrame();
  }

  /** Goes on in the procedure that waits for the running one. */
  void popFrame() {
    frames.pop();
    int frame = frames.depth();
    base -= frames.baseDelta(frame);
    pc = frames.returnPc(frame);
    closure = frames.closure(frame);
  }

  /** Whether a procedure waits for the running one; if so, its frame is on the frame stack now. */
  boolean waits() {
    return frames.depth() > 0 || unseal();
  }

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

  // Steps, and how the run ends.

  void step() {
    if (fuel.left == 0) {
      refuel();
    }
    fuel.left--;
  }

  private void refuel() {
    fuel.refill();
    stack.clearUnused(sp, base + closure.template.maxStack);
    frames.clearUnused();
  }

  /** Ends the run. */
  void end(Outcome with) {
    outcome = with;
  }

  /** How the run has ended, or null while it goes on. */
  @Nullable Outcome outcome() {
    return outcome;
  }

  World world() {
    return world;
  }
}
