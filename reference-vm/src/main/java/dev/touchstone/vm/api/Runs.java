package dev.touchstone.vm.api;

import dev.touchstone.vm.core.CoreProgram;
import dev.touchstone.vm.expand.Expander;
import dev.touchstone.vm.expand.Session;
import dev.touchstone.vm.machine.Bounds;
import dev.touchstone.vm.machine.Exhaustion;
import dev.touchstone.vm.machine.FrontEnd;
import dev.touchstone.vm.machine.Outcome;
import dev.touchstone.vm.machine.Output;
import dev.touchstone.vm.machine.World;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** What all runs have in common, whatever evaluates the program. */
final class Runs {
  private Runs() {}

  /** What the programs of one run have in common. */
  static Session session(Map<Symbol, Value> standard, Host host) {
    return new Session(
        name -> standard.containsKey(name) && !name.name().startsWith("%"),
        host.sources(),
        host.libraryPath());
  }

  /** The same where there is no text of a program: libraries are where files are looked for. */
  static Session listener(Map<Symbol, Value> standard, Host host) {
    List<String> directories = new ArrayList<>(host.libraryPath());
    directories.add("");
    return new Session(
        name -> standard.containsKey(name) && !name.name().startsWith("%"),
        host.sources(),
        directories);
  }

  /**
   * Reads and expands a program, and passes it on while the Java stack is deep.
   *
   * @throws dev.touchstone.vm.source.DiagnosticException if the program is rejected
   */
  static <T> T expand(Source program, Session session, Host host, Function<CoreProgram, T> next) {
    List<Syntax> forms = DatumReader.readAll(program);
    int limit = Expander.DEFAULT_NESTING_LIMIT;
    return host.withDeepStack(() -> next.apply(session.program(program, forms, limit)));
  }

  static World world(Map<Symbol, Value> standard, FrontEnd frontEnd, Limits limits, Host host) {
    Output output = new Output(host::write, host::flush, limits.outputBytes());
    return world(standard, frontEnd, output, host);
  }

  static World world(Map<Symbol, Value> standard, FrontEnd frontEnd, Output output, Host host) {
    World world = new World(standard, output, host.grants());
    world.evaluateWith(frontEnd);
    return world;
  }

  /** Runs a program to its end, and then closes what it has left open. */
  static Outcome run(World world, Supplier<Outcome> program) {
    try {
      return program.get();
    } finally {
      world.outside().end();
    }
  }

  static Bounds bounds(Limits limits, Host host) {
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
        },
        host.translator());
  }

  static Completion completion(Outcome outcome, boolean hasValue, Counters counters) {
    return switch (outcome) {
      case Outcome.Done(List<Value> values) ->
          new Completion.Returned(hasValue ? values : List.of(), hasValue, counters);
      case Outcome.Exited(int code) -> new Completion.Exited(code, counters);
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
