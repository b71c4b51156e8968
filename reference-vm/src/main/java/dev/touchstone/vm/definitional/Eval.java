package dev.touchstone.vm.definitional;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.machine.Dynamics;
import dev.touchstone.vm.machine.Errors;
import dev.touchstone.vm.machine.MachineFault;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Value;
import java.util.List;

/** {@code <eval e, r, d, k>}: an expression is to be evaluated. One rule for each form of Core. */
record Eval(Core e, Environment r, Dynamics d, Continuation k) implements State.Running {
  @Override
  public State step(Evaluator run) {
    return switch (e) {
      case Core.Const it -> constant(it);
      case Core.LocalRef it -> localVariable(it);
      case Core.GlobalRef it -> globalVariable(it);
      case Core.StandardRef it -> standardProcedure(it);
      case Core.SetLocal it -> setLocal(it);
      case Core.SetGlobal it -> setGlobal(it);
      case Core.DefineGlobal it -> define(it);
      case Core.If it -> conditional(it);
      case Core.Lambda it -> procedure(it);
      case Core.CaseLambda it -> procedureByCases(it);
      case Core.Call it -> call(it);
      case Core.Seq it -> sequence(it);
      case Core.Let it -> let(it);
      case Core.Receive it -> receive(it);
      case Core.Letrec it -> it.inOrder() ? letrecInOrder(it) : letrec(it);
      case Core.Locations it -> locations(it);
      case Core.Fix _, Core.Or _, Core.Loop _, Core.Again _ ->
          throw new MachineFault("only the compiler makes these");
    };
  }

  private State constant(Core.Const it) {
    return returns(it.value());
  }

  private State localVariable(Core.LocalRef it) {
    return returns(r.locationOf(it.variable()).get());
  }

  private State globalVariable(Core.GlobalRef it) {
    Value value = r.world().valueOf(it.name());
    if (value == null) {
      throw Errors.unbound(it.name());
    }
    return returns(value);
  }

  private State standardProcedure(Core.StandardRef it) {
    return returns(r.world().standard(it.name()));
  }

  private State setLocal(Core.SetLocal it) {
    return eval(it.value(), new Frame.LocalValue(it, r));
  }

  private State setGlobal(Core.SetGlobal it) {
    return eval(it.value(), new Frame.GlobalValue(it, r));
  }

  private State define(Core.DefineGlobal it) {
    return eval(it.value(), new Frame.Definition(it, r));
  }

  private State conditional(Core.If it) {
    return eval(it.test(), new Frame.Test(it, r));
  }

  private State procedure(Core.Lambda it) {
    return returns(new Abstraction(it.name(), List.of(it), r));
  }

  private State procedureByCases(Core.CaseLambda it) {
    return returns(new Abstraction(it.name(), it.clauses(), r));
  }

  private State call(Core.Call it) {
    return eval(it.operator(), new Frame.Operand(it, Evaluated.NONE, r));
  }

  private State sequence(Core.Seq it) {
    return Parts.of(it, 0, r, d, k);
  }

  private State let(Core.Let it) {
    return Parts.of(it, Evaluated.NONE, r, d, k);
  }

  private State receive(Core.Receive it) {
    return eval(it.producer(), new Frame.Producer(it, r));
  }

  private State letrec(Core.Letrec it) {
    return Parts.together(it, Evaluated.NONE, r.bindEmpty(it.variables()), d, k);
  }

  private State letrecInOrder(Core.Letrec it) {
    return Parts.inOrder(it, 0, r.bindEmpty(it.variables()), d, k);
  }

  private State locations(Core.Locations it) {
    return new Eval(it.body(), r.bindEmpty(it.variables()), d, k);
  }

  /** {@code <return v, d, k>}. */
  private Return returns(Value v) {
    return new Return(List.of(v), d, k, e.span());
  }

  /** {@code <eval part, r, d, F :: k>}. */
  private Eval eval(Core part, Frame frame) {
    return new Eval(part, r, d, k.push(frame));
  }

  @Override
  public Span place() {
    return e.span();
  }
}
