package dev.touchstone.vm.definitional;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.machine.ControlProcedure;
import dev.touchstone.vm.machine.Dynamics;
import dev.touchstone.vm.machine.Errors;
import dev.touchstone.vm.machine.Primitive;
import dev.touchstone.vm.machine.Surroundings;
import dev.touchstone.vm.machine.World;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Value;
import java.util.List;

/**
 * {@code <apply f, vs, d, k>}: a procedure is called. One rule for each kind of thing that may be
 * in its place.
 *
 * @param place the call
 */
record Apply(Value f, List<Value> vs, Dynamics d, Continuation k, Span place)
    implements State.Running {
  @Override
  public State step(Evaluator run) {
    run.countCall();
    return switch (f) {
      case Abstraction it -> applyProcedure(it);
      case Primitive it -> applyPrimitive(it, run);
      case ControlProcedure it -> applyControl(it, run);
      default -> throw Errors.notProcedure(f);
    };
  }

  private State applyProcedure(Abstraction it) {
    Core.Lambda clause = it.clause(vs.size());
    Environment r = it.environment().bind(clause.parameters(), clause.rest(), vs);
    return new Eval(clause.body(), r, d, k);
  }

  private State applyPrimitive(Primitive it, Evaluator run) {
    run.countPrimitive(it);
    Value v = it.apply(arguments(), 0, vs.size(), new Here(run.world(), d));
    return new Return(List.of(v), d, k, place);
  }

  private State applyControl(ControlProcedure it, Evaluator run) {
    ControlCall call = new ControlCall(run, d, k, place);
    it.apply(call, arguments());
    return call.next();
  }

  /** Where a primitive is called. */
  private record Here(World world, Dynamics dynamics) implements Surroundings {}

  private Value[] arguments() {
    return vs.toArray(new Value[0]);
  }
}
