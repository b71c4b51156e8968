package dev.touchstone.vm.api;

import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.compiler.Compiler;
import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.CoreProgram;
import dev.touchstone.vm.expand.EvaluationEnvironment;
import dev.touchstone.vm.expand.Expander;
import dev.touchstone.vm.expand.Session;
import dev.touchstone.vm.machine.FrontEnd;
import dev.touchstone.vm.machine.Outcome;
import dev.touchstone.vm.machine.Output;
import dev.touchstone.vm.machine.Run;
import dev.touchstone.vm.machine.World;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.trace.Tracer;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * One world that is fed with text after text, as by someone who types. What a text defines or
 * imports is there for the next one, whatever happens in between: an error leaves everything as it
 * was when it happened. The limits hold for each form anew. Not thread-safe.
 */
public final class ReplSession {
  /** What else defines a name than what becomes the definition of a variable. */
  private static final Set<String> OTHER_DEFINITIONS = Set.of("define-syntax", "define-library");

  private final Session session;
  private final EvaluationEnvironment where;
  private final Output output;
  private final World world;
  private final Limits limits;
  private final Host host;

  ReplSession(Map<Symbol, Value> standard, Limits limits, Host host) {
    this.session = Runs.listener(standard, host);
    this.where = session.interactionEnvironment();
    FrontEnd frontEnd = new FrontEnd(session, host::withDeepStack, Compiler::compile);
    this.output = new Output(host::write, host::flush, limits.outputBytes());
    this.world = Runs.world(standard, frontEnd, output, host);
    this.limits = limits;
    this.host = host;
  }

  /**
   * Evaluates the forms of a text one after the other, up to the first that does not return. Never
   * throws for anything that they do.
   *
   * @return how the last one ended that was evaluated; for a text without forms, without values
   */
  public Completion feed(Source text) {
    Completion last = new Completion.Returned(List.of(), false, new Counters(0, 0, 0));
    try {
      for (Syntax form : DatumReader.readAll(text)) {
        last = evaluate(text, form, null).completion();
        if (!(last instanceof Completion.Returned)) {
          return last;
        }
      }
    } catch (DiagnosticException rejection) {
      return new Completion.Rejected(rejection.diagnostic());
    }
    return last;
  }

  /**
   * What came of a form.
   *
   * @param defined the names that it gave a meaning, as they are written
   */
  public record Evaluated(Completion completion, List<String> defined) {
    /** Copies the names. */
    public Evaluated {
      defined = List.copyOf(defined);
    }
  }

  /**
   * Evaluates a form of a text. Never throws for anything that it does.
   *
   * @param tracer is told what it does, or null
   */
  public Evaluated evaluate(Source text, Syntax form, @Nullable Tracer tracer) {
    CoreProgram core;
    Unit unit;
    try {
      core = expand(text, form);
      unit = host.withDeepStack(() -> ReferenceVm.compiler(tracer).apply(core));
    } catch (DiagnosticException rejection) {
      session.forgetUnfinished();
      return new Evaluated(new Completion.Rejected(rejection.diagnostic()), List.of());
    }
    output.allow(limits.outputBytes());
    Run run = new Run(unit, world, Runs.bounds(limits, host), tracer);
    Outcome outcome = run.complete();
    Counters counters = new Counters(run.steps(), run.peakFrames(), run.peakStack());
    if (!(outcome instanceof Outcome.Done)) {
      session.forgetUnfinished();
    }
    return new Evaluated(Runs.completion(outcome, unit.hasValue(), counters), defined(form, core));
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

  /**
   * A form of a text in Core. Nothing is evaluated, but what it defines as syntax is syntax then.
   *
   * @throws DiagnosticException if it is rejected
   */
  public CoreProgram expand(Source text, Syntax form) {
    int limit = Expander.DEFAULT_NESTING_LIMIT;
    return host.withDeepStack(() -> session.forms(text, List.of(form), where, limit));
  }

  /** Closes what programs have left open. */
  public void end() {
    world.outside().end();
  }

  /** What a variable holds, or null if there is none of that name. */
  public @Nullable Value valueOf(String name) {
    Symbol variable = session.variable(Symbol.of(name));
    return variable == null ? null : world.valueOf(variable);
  }

  /** Whether a name is that of syntax. */
  public boolean isSyntax(String name) {
    return session.isSyntax(Symbol.of(name));
  }

  /** The names that a form may use now, keywords included, in order. */
  public SortedSet<String> names() {
    return session.names(world.standardNames());
  }
}
