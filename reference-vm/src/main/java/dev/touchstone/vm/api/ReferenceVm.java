package dev.touchstone.vm.api;

import dev.touchstone.vm.bytecode.Disassembler;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.compiler.Compiler;
import dev.touchstone.vm.expand.Expander;
import dev.touchstone.vm.library.StandardLibrary;
import dev.touchstone.vm.machine.Bounds;
import dev.touchstone.vm.machine.Exhaustion;
import dev.touchstone.vm.machine.Machine;
import dev.touchstone.vm.machine.Outcome;
import dev.touchstone.vm.machine.Output;
import dev.touchstone.vm.machine.World;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.List;
import java.util.Map;

/**
 * The reference VM: a shared immutable image from which each run gets a world of its own.
 * Thread-safe.
 */
public final class ReferenceVm {
  private final Map<Symbol, Value> standard;

  private ReferenceVm(Map<Symbol, Value> standard) {
    this.standard = standard;
  }

  /** A VM with the standard library. */
  public static ReferenceVm create() {
    return new ReferenceVm(StandardLibrary.bindings());
  }

  /** Runs a program in a fresh world. Never throws for anything that the program does. */
  public Completion run(Source program, Limits limits, Host host) {
    Unit unit;
    try {
      unit = compile(program, host);
    } catch (DiagnosticException rejection) {
      return new Completion.Rejected(rejection.diagnostic());
    }
    World world = new World(standard, new Output(host::write, limits.outputBytes()));
    Machine machine = new Machine(unit, world, bounds(limits, host));
    Outcome outcome = machine.run();
    Counters counters = new Counters(machine.steps(), machine.peakFrames(), machine.peakStack());
    return completion(outcome, unit.hasValue(), counters);
  }

  /**
   * The canonical instructions of a program, as text.
   *
   * @throws dev.touchstone.vm.source.DiagnosticException if the program is rejected
   */
  public String disassemble(Source program, Host host) {
    return Disassembler.disassemble(compile(program, host));
  }

  private static Unit compile(Source program, Host host) {
    List<Syntax> forms = DatumReader.readAll(program);
    return host.withDeepStack(
        () -> Compiler.compile(Expander.expand(program, forms, Expander.DEFAULT_NESTING_LIMIT)));
  }

  private static Bounds bounds(Limits limits, Host host) {
    long start = host.nanoTime();
    long nanoseconds = limits.time().toNanos();
    boolean counts = limits.allocatedBytes() < Long.MAX_VALUE;
    long allocated = counts ? host.allocatedBytes() : 0;
    return new Bounds(
        limits.steps(),
        (int) Math.min(limits.stackSlots(), Integer.MAX_VALUE - 8),
        (int) Math.min(limits.frames(), Integer.MAX_VALUE - 8),
        () -> {
          if (host.interrupted()) {
            throw new Exhaustion(Exhaustion.INTERRUPT);
          }
          if (host.nanoTime() - start >= nanoseconds) {
            throw new Exhaustion(Exhaustion.TIME);
          }
          if (counts && host.allocatedBytes() - allocated > limits.allocatedBytes()) {
            throw new Exhaustion(Exhaustion.ALLOCATION);
          }
        });
  }

  private static Completion completion(Outcome outcome, boolean hasValue, Counters counters) {
    return switch (outcome) {
      case Outcome.Done(List<Value> values) ->
          new Completion.Returned(hasValue ? values : List.of(), counters);
      case Outcome.Exhausted(String limit) -> new Completion.Exhausted(limit, counters);
      case Outcome.Uncaught uncaught ->
          new Completion.Raised(
              uncaught.payload(),
              uncaught.span(),
              uncaught.calls().stream()
                  .map(call -> new Completion.CallSite(call.procedure(), call.span()))
                  .toList(),
              counters);
    };
  }
}
