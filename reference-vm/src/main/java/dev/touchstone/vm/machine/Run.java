package dev.touchstone.vm.machine;

import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.trace.Tracer;
import dev.touchstone.vm.value.Condition;
import dev.touchstone.vm.value.Effort;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * One run of one unit in a world, from its first instruction to its {@link Outcome}: whose turn it
 * is, the {@link Loop}'s or a {@link Translation}'s, and what becomes of an instruction that fails.
 * Not thread-safe.
 */
public final class Run {
  /** Definitions need next to none. */
  private static final int LIBRARY_STACK = 1000;

  private static final Symbol RAISE = Symbol.of("raise");

  private final Machine machine;
  private final Loop loop;
  private final Runnable poll;

  /** A run that is about to begin. */
  public Run(Unit unit, World world, Bounds bounds) {
    this(unit, world, bounds, null);
  }

  /** A run that is about to begin, and to tell a tracer, if there is one, what it does. */
  public Run(Unit unit, World world, Bounds bounds, @Nullable Tracer tracer) {
    this.machine = new Machine(unit, world, bounds, tracer);
    this.loop = new Loop(machine);
    this.poll = bounds.poll();
  }

  /** Runs a part of the library in the library's own world, once and for all worlds. */
  public static void ofLibrary(Unit unit, World world) {
    Run run =
        new Run(unit, world, new Bounds(Long.MAX_VALUE, LIBRARY_STACK, LIBRARY_STACK, () -> {}));
    Template main = run.machine.closure.template;
    if (!(run.complete() instanceof Outcome.Done)) {
      throw new MachineFault("the library does not load");
    }
    main.linkAll();
  }

  /** Runs the unit to its end. To be called once. */
  public Outcome complete() {
    return Effort.during(poll, this::runToItsEnd);
  }

  private Outcome runToItsEnd() {
    try {
      machine.start();
      Outcome outcome = machine.outcome();
      while (outcome == null) {
        try {
          proceed();
        } catch (SchemeError error) {
          raise(error);
        }
        outcome = machine.outcome();
      }
      return outcome;
    } catch (Exhaustion exhaustion) {
      return new Outcome.Exhausted(exhaustion.limit());
    } catch (ClassCastException | IndexOutOfBoundsException | NullPointerException e) {
      throw new MachineFault(
          "in " + machine.closure.name() + ", at word " + machine.pc + " or after it", e);
    }
  }

  /** Goes on until the run has ended, or an instruction has failed. */
  private void proceed() {
    while (machine.outcome() == null) {
      Template template = machine.closure.template;
      Translation translation = template.translation;
      if (translation != null && machine.tracing == null) {
        translation.run(machine, machine.closure, machine.stack.slots, machine.base, machine.pc);
      } else if (machine.pc != 0 || !machine.warm(template)) {
        loop.run();
      }
    }
  }

  /** Calls the library's {@code raise} where an instruction has failed, if there is a handler. */
  private void raise(SchemeError error) {
    Condition condition = error.condition();
    if (machine.dynamics.handler() == null) {
      if (machine.tracing != null) {
        machine.tracing.raised(condition);
      }
      machine.end(machine.pending.uncaught(condition));
      return;
    }
    int callee = machine.sp;
    machine.stack.reserve(Math.max(machine.stack.reserved, callee + 2));
    machine.stack.slots[callee] = machine.world().standard(RAISE);
    machine.stack.slots[callee + 1] = condition;
    machine.sp = callee + 2;
    machine.call(1, machine.pc + 1);
  }

  /** How many procedure calls were made. */
  public long steps() {
    return machine.fuel.used();
  }

  /** The most frames that there were. */
  public int peakFrames() {
    return machine.frames.peak();
  }

  /** The most slots of the value stack that were reserved. */
  public int peakStack() {
    return machine.stack.peak();
  }
}
