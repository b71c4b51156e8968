package dev.touchstone.vm.api;

import dev.touchstone.vm.compiler.Compiler;
import dev.touchstone.vm.core.CoreProgram;
import dev.touchstone.vm.definitional.Evaluator;
import dev.touchstone.vm.expand.Session;
import dev.touchstone.vm.library.StandardLibrary;
import dev.touchstone.vm.machine.FrontEnd;
import dev.touchstone.vm.machine.Outcome;
import dev.touchstone.vm.machine.World;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.Map;

/**
 * The second oracle: runs programs by the definitional evaluator. It counts steps and no space; an
 * error of a run has a place, but no pending calls. Thread-safe.
 */
public final class DefinitionalVm implements Vm {
  private final Map<Symbol, Value> standard;

  private DefinitionalVm(Map<Symbol, Value> standard) {
    this.standard = standard;
  }

  /** A VM with the standard library. */
  public static DefinitionalVm create() {
    return new DefinitionalVm(StandardLibrary.definitionalBindings());
  }

  @Override
  public Completion run(Source program, Limits limits, Host host) {
    CoreProgram core;
    Session session = Runs.session(standard, host);
    try {
      core = Runs.expand(program, session, host, expanded -> expanded);
    } catch (DiagnosticException rejection) {
      return new Completion.Rejected(rejection.diagnostic());
    }
    FrontEnd frontEnd = new FrontEnd(session, host::withDeepStack, Compiler::compile);
    World world = Runs.world(standard, frontEnd, limits, host);
    Evaluator evaluator = new Evaluator(core, world, Runs.bounds(limits, host));
    Outcome outcome = Runs.run(world, evaluator::run);
    return Runs.completion(outcome, core.hasValue(), new Counters(evaluator.steps(), 0, 0));
  }
}
