package dev.touchstone.vm.cli.repl;

import dev.touchstone.vm.api.Completion;
import dev.touchstone.vm.api.Counters;
import dev.touchstone.vm.api.Host;
import dev.touchstone.vm.api.Limits;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.compiler.Compiler;
import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.CoreProgram;
import dev.touchstone.vm.expand.Expander;
import dev.touchstone.vm.library.StandardLibrary;
import dev.touchstone.vm.machine.Bounds;
import dev.touchstone.vm.machine.Exhaustion;
import dev.touchstone.vm.machine.Machine;
import dev.touchstone.vm.machine.Outcome;
import dev.touchstone.vm.machine.Output;
import dev.touchstone.vm.machine.World;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.trace.Level;
import dev.touchstone.vm.trace.Tracer;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A world of the machine. Each form has the limits for itself. */
final class WorldSession implements Session {
  private static final Set<String> SYNTAX =
      Set.of(
          "quote",
          "if",
          "lambda",
          "case-lambda",
          "define",
          "define-values",
          "define-record-type",
          "set!",
          "begin",
          "let",
          "let*",
          "letrec",
          "letrec*",
          "let-values",
          "let*-values",
          "do",
          "case",
          "cond",
          "and",
          "or",
          "when",
          "unless",
          "delay",
          "delay-force",
          "parameterize",
          "guard",
          "quasiquote",
          "unquote",
          "unquote-splicing",
          "else",
          "=>");

  private final Limits limits;
  private final Host host;
  private final World world;
  private final Set<String> names = new TreeSet<>(SYNTAX);

  WorldSession(Limits limits, Host host) {
    this.limits = limits;
    this.host = host;
    Map<Symbol, Value> standard = StandardLibrary.bindings();
    this.world = new World(standard, new Output(host::write, Long.MAX_VALUE));
    for (Symbol name : standard.keySet()) {
      if (!name.name().startsWith("%")) {
        names.add(name.name());
      }
    }
  }

  @Override
  public Evaluated evaluate(Source source, Syntax form, @Nullable Tracer tracer) {
    CoreProgram core;
    Unit unit;
    try {
      core = expand(source, form);
      unit =
          host.withDeepStack(
              () ->
                  tracer == null || tracer.level() == Level.STEPS
                      ? Compiler.compile(core)
                      : Compiler.compileWithoutLoops(core));
    } catch (DiagnosticException rejection) {
      return new Evaluated(new Completion.Rejected(rejection.diagnostic()), List.of());
    }
    Machine machine = new Machine(unit, world, bounds(), tracer);
    Outcome outcome = machine.run();
    Counters counters = new Counters(machine.steps(), machine.peakFrames(), machine.peakStack());
    List<String> defined = defined(core);
    names.addAll(defined);
    return new Evaluated(completion(outcome, unit.hasValue(), counters), defined);
  }

  private static List<String> defined(CoreProgram core) {
    return core.forms().stream()
        .filter(Core.DefineGlobal.class::isInstance)
        .map(form -> ((Core.DefineGlobal) form).name())
        .filter(name -> name.original() == null)
        .map(Symbol::name)
        .toList();
  }

  private Bounds bounds() {
    long start = host.nanoTime();
    long allocated = host.allocatedBytes();
    return new Bounds(
        limits.steps(),
        (int) limits.stackSlots(),
        (int) limits.frames(),
        () -> poll(start, allocated),
        host.translator());
  }

  private void poll(long start, long allocated) {
    if (host.interrupted()) {
      throw new Exhaustion(Exhaustion.INTERRUPT);
    }
    if (host.nanoTime() - start >= limits.time().toNanos()) {
      throw new Exhaustion(Exhaustion.TIME);
    }
    if (limits.allocatedBytes() < Long.MAX_VALUE
        && host.allocatedBytes() - allocated > limits.allocatedBytes()) {
      throw new Exhaustion(Exhaustion.ALLOCATION);
    }
  }

  private static Completion completion(Outcome outcome, boolean hasValue, Counters counters) {
    return switch (outcome) {
      case Outcome.Done(List<Value> values) ->
          new Completion.Returned(hasValue ? values : List.of(), hasValue, counters);
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

  @Override
  public CoreProgram expand(Source source, Syntax form) {
    return host.withDeepStack(
        () -> Expander.expand(source, List.of(form), Expander.DEFAULT_NESTING_LIMIT));
  }

  @Override
  public @Nullable Value valueOf(String name) {
    return world.valueOf(Symbol.of(name));
  }

  @Override
  public Collection<String> names() {
    return names;
  }

  @Override
  public boolean isSyntax(String name) {
    return SYNTAX.contains(name);
  }
}
