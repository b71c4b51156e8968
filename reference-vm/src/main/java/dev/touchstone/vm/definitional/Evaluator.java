package dev.touchstone.vm.definitional;

import dev.touchstone.vm.core.CoreProgram;
import dev.touchstone.vm.machine.Bounds;
import dev.touchstone.vm.machine.Dynamics;
import dev.touchstone.vm.machine.Exhaustion;
import dev.touchstone.vm.machine.MachineFault;
import dev.touchstone.vm.machine.Outcome;
import dev.touchstone.vm.machine.Primitive;
import dev.touchstone.vm.machine.World;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Effort;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.List;

/**
 * One run of one program by the definitional evaluator: steps from state to state until there is
 * none left to take. What a step does is told by {@link Eval}, {@link Return} and {@link Apply}; of
 * the rules, only that for errors is here.
 */
public final class Evaluator {
  /** How many calls go by between two polls of the host. */
  private static final int POLL_INTERVAL = 8192;

  /** How many calls of primitives that may take long go by between two polls of the host. */
  private static final int BULK_INTERVAL = 8;

  /** Definitions need next to none. */
  private static final int LIBRARY_FRAMES = 1000;

  private static final Symbol RAISE = Symbol.of("raise");

  private final CoreProgram program;
  private final World world;
  private final Bounds bounds;
  private long steps;
  private int bulkCalls;

  /** An evaluator that is about to run a program in a world; of the bounds it ignores the slots. */
  public Evaluator(CoreProgram program, World world, Bounds bounds) {
    this.program = program;
    this.world = world;
    this.bounds = bounds;
  }

  /** Runs a part of the library in the library's own world, once and for all worlds. */
  public static void runLibrary(CoreProgram part, World world) {
    Bounds bounds = new Bounds(Long.MAX_VALUE, 0, LIBRARY_FRAMES, () -> {});
    if (!(new Evaluator(part, world, bounds).run() instanceof Outcome.Done)) {
      throw new MachineFault("the library does not load");
    }
  }

  /** Runs the program to its end. To be called once. */
  public Outcome run() {
    return program.forms().isEmpty()
        ? new Outcome.Done(List.of())
        : Effort.during(bounds.poll(), this::runToItsEnd);
  }

  private Outcome runToItsEnd() {
    try {
      State state = start();
      while (state instanceof State.Running running) {
        state = step(running);
      }
      return ((State.End) state).outcome();
    } catch (Exhaustion exhaustion) {
      return new Outcome.Exhausted(exhaustion.limit());
    }
  }

  /** How many procedure calls were made. */
  public long steps() {
    return steps;
  }

  /** The world of the run. */
  World world() {
    return world;
  }

  private State start() {
    Continuation empty = Continuation.empty(bounds.frames());
    return new Eval(Parts.all(program), Environment.of(world), Dynamics.NONE, empty);
  }

  private State step(State.Running state) {
    try {
      return state.step(this);
    } catch (SchemeError error) {
      return signal(error, state);
    }
  }

  private State signal(SchemeError error, State.Running at) {
    if (at.d().handler() == null) {
      return uncaught(error.condition(), at.place(), at.k());
    }
    return new Apply(world.standard(RAISE), List.of(error.condition()), at.d(), at.k(), at.place());
  }

  /** The end of a run in which nobody handles what was raised. */
  State.End uncaught(Value payload, Span place, Continuation k) {
    return new State.End(new Outcome.Uncaught(payload, placeInProgram(place, k), List.of()));
  }

  /** The place of an error, or the innermost pending expression of the program around it. */
  private Span placeInProgram(Span place, Continuation k) {
    Span span = place;
    Continuation at = k;
    while (span.source().isLibrary() && at.top() != null) {
      span = at.top() instanceof Frame.OfExpression frame ? frame.e().span() : span;
      at = at.rest();
    }
    return span.source().isLibrary() ? program.forms().getLast().span() : span;
  }

  /**
   * Counts a procedure call.
   *
   * @throws Exhaustion if there may be no more, or the host wants the run to end
   */
  void countCall() {
    if (steps == bounds.steps()) {
      throw new Exhaustion(Exhaustion.STEPS);
    }
    if (steps % POLL_INTERVAL == 0) {
      bounds.poll().run();
    }
    steps++;
  }

  /** Counts a call of a primitive, which may take long. */
  void countPrimitive(Primitive primitive) {
    if (primitive.isBulk() && ++bulkCalls % BULK_INTERVAL == 0) {
      bounds.poll().run();
    }
  }
}
