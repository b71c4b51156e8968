package dev.touchstone.vm.api;

import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.compiler.Compiler;
import dev.touchstone.vm.expand.EvaluationEnvironment;
import dev.touchstone.vm.expand.Expander;
import dev.touchstone.vm.expand.Session;
import dev.touchstone.vm.machine.FrontEnd;
import dev.touchstone.vm.machine.Machine;
import dev.touchstone.vm.machine.Outcome;
import dev.touchstone.vm.machine.World;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * One world that is fed with text after text, as by someone who types. What a text defines or
 * imports is there for the next one, whatever happens in between: an error leaves everything as it
 * was when it happened. The limits hold for each form anew, but for that on output, which holds for
 * all together. Not thread-safe.
 */
public final class ReplSession {
  private final Session session;
  private final EvaluationEnvironment where;
  private final World world;
  private final Limits limits;
  private final Host host;

  ReplSession(Map<Symbol, Value> standard, Limits limits, Host host) {
    this.session = Runs.listener(standard, host);
    this.where = session.interactionEnvironment();
    FrontEnd frontEnd = new FrontEnd(session, host::withDeepStack, Compiler::compile);
    this.world = Runs.world(standard, frontEnd, limits, host);
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
        last = evaluate(text, form);
        if (!(last instanceof Completion.Returned)) {
          session.forgetUnfinished();
          return last;
        }
      }
    } catch (DiagnosticException rejection) {
      session.forgetUnfinished();
      return new Completion.Rejected(rejection.diagnostic());
    }
    return last;
  }

  /** The names that a form may use now, keywords included, in order. */
  public SortedSet<String> names() {
    return session.names(world.standardNames());
  }

  private Completion evaluate(Source text, Syntax form) {
    int limit = Expander.DEFAULT_NESTING_LIMIT;
    Unit unit =
        host.withDeepStack(
            () -> Compiler.compile(session.forms(text, List.of(form), where, limit)));
    Machine machine = new Machine(unit, world, Runs.bounds(limits, host));
    Outcome outcome = machine.run();
    Counters counters = new Counters(machine.steps(), machine.peakFrames(), machine.peakStack());
    return Runs.completion(outcome, unit.hasValue(), counters);
  }
}
