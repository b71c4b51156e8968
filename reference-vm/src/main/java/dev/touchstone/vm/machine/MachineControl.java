package dev.touchstone.vm.machine;

import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.core.CoreProgram;
import dev.touchstone.vm.value.Value;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What control procedures can do to a {@link Machine}. While one runs, the machine still stands at
 * the call of it; only when it needs its continuation as a whole does its caller get a frame, or,
 * if it was a tail call, gives its place up.
 */
final class MachineControl implements Control {
  /** In place of a word to go on at: the caller was replaced. */
  static final int TAIL = -1;

  private static final int NONE = -1;

  /** A part of a continuation up to a prompt, outermost piece first. */
  private record Pieces(Deque<Below> pieces, Tracing.@Nullable Captured traced) implements Part {}

  /** A whole continuation. */
  private record Whole(@Nullable Below below, Tracing.@Nullable Captured traced) implements Part {}

  private final Machine machine;

  /** The slot of the first argument of the control procedure. */
  private int first;

  /** Where its caller goes on, or {@link #TAIL}. */
  private int returnPc;

  /** How many arguments the call has that it wants made in its place, or {@link #NONE}. */
  private int next;

  MachineControl(Machine machine) {
    this.machine = machine;
  }

  /**
   * Calls control procedures until one wants something else called, or has returned. That is a loop
   * since one may call another as often as the program's data say.
   *
   * @throws dev.touchstone.vm.value.SchemeError of class {@code not-procedure} if the first is none
   */
  void call(Value procedure, int firstArgument, int count, int callersReturnPc) {
    if (!(procedure instanceof ControlProcedure callee)) {
      throw Errors.notProcedure(procedure);
    }
    first = firstArgument;
    returnPc = callersReturnPc;
    int arguments = count;
    while (true) {
      next = NONE;
      callee.apply(this, Arrays.copyOfRange(machine.stack.slots, first, first + arguments));
      if (next == NONE) {
        return;
      }
      first = machine.base;
      arguments = next;
      if (!(machine.stack.slots[first - 1] instanceof ControlProcedure other)) {
        break;
      }
      machine.step();
      callee = other;
    }
    machine.tailCall(arguments);
  }

  @Override
  public World world() {
    return machine.world();
  }

  @Override
  public Dynamics dynamics() {
    return machine.dynamics;
  }

  @Override
  public void setDynamics(Dynamics dynamics) {
    if (machine.tracing != null) {
      machine.tracing.changing(machine.dynamics, dynamics);
    }
    machine.dynamics = dynamics;
  }

  @Override
  public void tailCall(Value procedure, Value... arguments) {
    settle();
    int base = machine.base;
    int top = base + arguments.length;
    machine.stack.reserve(Math.max(machine.stack.reserved, top));
    machine.stack.slots[base - 1] = procedure;
    System.arraycopy(arguments, 0, machine.stack.slots, base, arguments.length);
    machine.sp = top;
    next = arguments.length;
  }

  @Override
  public void returnValues(Value... values) {
    if (returnPc == TAIL) {
      ReturnPoint.returnFrom(machine, values);
    } else {
      ReturnPoint.returnTo(machine, returnPc, first - 1, values);
    }
  }

  @Override
  public Part capture() {
    settle();
    seal();
    return new Whole(machine.sealed.below(), traced(0));
  }

  @Override
  public void reinstate(Part continuation, Value... values) {
    Whole whole = (Whole) continuation;
    if (machine.tracing != null) {
      machine.tracing.reinstated(whole.traced(), values);
    }
    continueOn(whole.below());
    returnPc = TAIL;
    ReturnPoint.returnFrom(machine, values);
  }

  @Override
  public void callWithPrompt(Value tag, Value thunk) {
    settle();
    seal();
    machine.sealed.mark();
    tailCall(thunk);
  }

  @Override
  public void abort(Value tag, Value procedure, Value... arguments) {
    Dynamics prompt = prompt(tag);
    Below.Mark mark = Below.mark(machine.sealed.below(), prompt.prompts());
    machine.dynamics = prompt.outer();
    continueOn(mark.next());
    if (machine.tracing != null) {
      machine.tracing.aborted(mark.frames());
    }
    returnPc = TAIL;
    tailCall(procedure, arguments);
  }

  @Override
  public Part captureTo(Value tag) {
    settle();
    seal();
    Below.Mark mark = Below.mark(machine.sealed.below(), prompt(tag).prompts());
    return new Pieces(Below.pieces(machine.sealed.below(), mark), traced(mark.frames()));
  }

  private Tracing.@Nullable Captured traced(int beneath) {
    return machine.tracing == null ? null : machine.tracing.captured(machine.closure, beneath);
  }

  /**
   * The dynamic state at a prompt. Its mark is the one of the same number, which need not be the
   * innermost: the thunk of a wind runs in the state around the wind, on top of all that is
   * pending.
   */
  private Dynamics prompt(Value tag) {
    Dynamics prompt = machine.dynamics.prompt(tag);
    if (prompt == null) {
      throw new MachineFault("no prompt with that tag");
    }
    return prompt;
  }

  @Override
  public void resume(Part part, Value... values) {
    settle();
    seal();
    Pieces pieces = (Pieces) part;
    if (machine.tracing != null) {
      machine.tracing.resumed(pieces.traced(), values);
    }
    Below below = machine.sealed.below();
    for (Below piece : pieces.pieces()) {
      below = piece.on(below);
    }
    continueOn(below);
    ReturnPoint.returnFrom(machine, values);
  }

  @Override
  public void evaluate(IntFunction<CoreProgram> expansion) {
    FrontEnd frontEnd = machine.world().frontEnd();
    Unit unit = frontEnd.run(limit -> frontEnd.compile(expansion.apply(limit)));
    tailCall(new Closure(machine.world().link(unit), Closure.NO_CAPTURES));
  }

  @Override
  public void endUncaught(Value payload) {
    machine.end(machine.pending.uncaught(payload));
  }

  @Override
  public void exit(int code) {
    machine.end(new Outcome.Exited(code));
  }

  /** Lets the control procedure take the place of the running procedure, or push a frame of it. */
  private void settle() {
    if (returnPc == TAIL) {
      return;
    }
    machine.frames.push(first - machine.base, returnPc, machine.closure);
    machine.base = first;
    returnPc = TAIL;
    if (machine.tracing != null) {
      machine.tracing.pushedFrame();
    }
  }

  /** Seals all pending frames, and the slots beneath the running procedure's. */
  private void seal() {
    if (machine.sealed.seal(machine.base - 1)) {
      startAtBottom();
    }
  }

  /** Drops what is pending, and goes on with this instead. */
  private void continueOn(@Nullable Below below) {
    machine.sealed.replace(below);
    startAtBottom();
  }

  private void startAtBottom() {
    machine.base = 1;
    machine.sp = 1;
  }
}
