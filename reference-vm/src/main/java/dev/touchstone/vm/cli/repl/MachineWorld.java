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
import dev.touchstone.vm.expand.Session;
import dev.touchstone.vm.library.StandardLibrary;
import dev.touchstone.vm.machine.Bounds;
import dev.touchstone.vm.machine.Exhaustion;
import dev.touchstone.vm.machine.FrontEnd;
import dev.touchstone.vm.machine.Machine;
import dev.touchstone.vm.machine.Outcome;
import dev.touchstone.vm.machine.Output;
import dev.touchstone.vm.machine.World;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.trace.Level;
import dev.touchstone.vm.trace.Tracer;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A world of the machine. Each form has the limits for itself. */
final class MachineWorld implements LiveWorld {
  private static final Set<String> OTHER_DEFINITIONS = Set.of("define-syntax", "define-library");

  private final Limits limits;
  private final Host host;
  private final Map<Symbol, Value> standard;
  private final Session session;
  private final World world;
  private long written;

  MachineWorld(Limits limits, Host host) {
    this.limits = limits;
    this.host = host;
    this.standard = StandardLibrary.bindings();
    this.session = new Session(this::isStandard, host.sources(), host.libraryPath());
    this.world = new World(standard, new Output(this::write, Long.MAX_VALUE));
    world.evaluateWith(new FrontEnd(session, host::withDeepStack, Compiler::compile));
  }

  private boolean isStandard(Symbol name) {
    return standard.containsKey(name) && !name.name().startsWith("%");
  }

  private void write(String text) {
    written += text.length();
    if (written > limits.outputBytes()) {
      throw new Exhaustion(Exhaustion.OUTPUT);
    }
    host.write(text);
  }

  @Override
  public Evaluated evaluate(Source source, Syntax form, @Nullable Tracer tracer) {
    CoreProgram core;
    Unit unit;
    try {
      core = expand(source, form);
      unit = host.withDeepStack(() -> compile(core, tracer));
    } catch (DiagnosticException rejection) {
      return new Evaluated(new Completion.Rejected(rejection.diagnostic()), List.of());
    }
    written = 0;
    Machine machine = new Machine(unit, world, bounds(), tracer);
    Outcome outcome = machine.run();
    Counters counters = new Counters(machine.steps(), machine.peakFrames(), machine.peakStack());
    return new Evaluated(completion(outcome, unit.hasValue(), counters), defined(form, core));
  }

  private static Unit compile(CoreProgram core, @Nullable Tracer tracer) {
    return tracer == null || tracer.level() == Level.STEPS
        ? Compiler.compile(core)
        : Compiler.compileWithoutLoops(core);
  }

  private static List<String> defined(Syntax form, CoreProgram core) {
    List<String> names = new ArrayList<>();
    if (form instanceof Syntax.ListForm(List<Syntax> items, _, _)
        && items.size() > 1
        && items.getFirst() instanceof Syntax.Atom(Symbol word, Span _)
        && OTHER_DEFINITIONS.contains(word.name())) {
      names.add(items.get(1).span().text());
    }
    Deque<Core> rest = new ArrayDeque<>(core.forms());
    while (!rest.isEmpty()) {
      switch (rest.remove()) {
        case Core.DefineGlobal definition when definition.name().original() == null ->
            names.add(definition.name().name());
        case Core.Seq sequence -> rest.addAll(sequence.parts());
        case Core.Receive receive -> rest.add(receive.body());
        default -> {}
      }
    }
    return names;
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
        () ->
            session.forms(
                source,
                List.of(form),
                session.interactionEnvironment(),
                Expander.DEFAULT_NESTING_LIMIT));
  }

  @Override
  public @Nullable Value valueOf(String name) {
    Symbol variable = session.variable(Symbol.of(name));
    return variable == null ? null : world.valueOf(variable);
  }

  @Override
  public Collection<String> names() {
    Set<String> names = new TreeSet<>();
    standard.keySet().stream().filter(this::isStandard).forEach(name -> names.add(name.name()));
    session.names().forEach(name -> names.add(name.name()));
    return names;
  }

  @Override
  public boolean isSyntax(String name) {
    return session.isSyntax(Symbol.of(name));
  }
}
