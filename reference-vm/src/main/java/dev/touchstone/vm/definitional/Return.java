package dev.touchstone.vm.definitional;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.machine.Dynamics;
import dev.touchstone.vm.machine.Errors;
import dev.touchstone.vm.machine.Outcome;
import dev.touchstone.vm.machine.World;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;
import java.util.List;

/**
 * {@code <return vs, d, k>}: values are returned to a continuation. One rule for each kind of frame
 * that may be on top, and one for the empty continuation.
 *
 * @param place the expression whose values they are, as far as known
 */
record Return(List<Value> vs, Dynamics d, Continuation k, Span place) implements State.Running {
  @Override
  public State step(Evaluator run) {
    return switch (k.top()) {
      case null -> end();
      case Frame.Test it -> test(it);
      case Frame.LocalValue it -> localValue(it);
      case Frame.GlobalValue it -> globalValue(it);
      case Frame.Definition it -> definition(it);
      case Frame.Operand it -> operand(it);
      case Frame.Part it -> part(it);
      case Frame.Initialiser it -> initialiser(it);
      case Frame.Producer it -> producer(it);
      case Frame.Together it -> together(it);
      case Frame.InOrder it -> inOrder(it);
      case Frame.Prompt _ -> leavePrompt();
    };
  }

  private State end() {
    return new End(new Outcome.Done(vs));
  }

  @SuppressWarnings("ReferenceEquality") // there is one false
  private State test(Frame.Test it) {
    Core branch = v() == Bool.FALSE ? it.e().otherwise() : it.e().then();
    return new Eval(branch, it.r(), d, k.rest());
  }

  private State localValue(Frame.LocalValue it) {
    it.r().locationOf(it.e().variable()).set(v());
    return returnsNothing(it.e());
  }

  private State globalValue(Frame.GlobalValue it) {
    World world = it.r().world();
    Value v = v();
    if (world.valueOf(it.e().name()) == null) {
      throw Errors.unbound(it.e().name());
    }
    world.define(it.e().name(), v);
    return returnsNothing(it.e());
  }

  private State definition(Frame.Definition it) {
    it.r().world().define(it.e().name(), v());
    return returnsNothing(it.e());
  }

  private State operand(Frame.Operand it) {
    Evaluated all = it.vs().and(v());
    List<Core> operands = it.e().operands();
    if (all.count() <= operands.size()) {
      Frame next = new Frame.Operand(it.e(), all, it.r());
      return new Eval(operands.get(all.count() - 1), it.r(), d, k.rest().push(next));
    }
    List<Value> values = all.values();
    List<Value> arguments = values.subList(1, values.size());
    return new Apply(values.getFirst(), arguments, d, k.rest(), it.e().span());
  }

  private State part(Frame.Part it) {
    return Parts.of(it.e(), it.i() + 1, it.r(), d, k.rest());
  }

  private State initialiser(Frame.Initialiser it) {
    return Parts.of(it.e(), it.vs().and(v()), it.r(), d, k.rest());
  }

  private State producer(Frame.Producer it) {
    Core.Receive e = it.e();
    int fixed = e.parameters().size();
    boolean hasRest = e.rest() != null;
    if (hasRest ? vs.size() < fixed : vs.size() != fixed) {
      throw Errors.wrongValueCount(fixed, hasRest, vs.size());
    }
    return new Eval(e.body(), it.r().bind(e.parameters(), e.rest(), vs), d, k.rest());
  }

  private State together(Frame.Together it) {
    return Parts.together(it.e(), it.vs().and(v()), it.r(), d, k.rest());
  }

  private State inOrder(Frame.InOrder it) {
    it.r().locationOf(it.e().variables().get(it.i())).set(v());
    return Parts.inOrder(it.e(), it.i() + 1, it.r(), d, k.rest());
  }

  private State leavePrompt() {
    return new Return(vs, d.outer(), k.rest(), place);
  }

  /** The one value that the frame takes: {@code v} in the rules of those that take exactly one. */
  private Value v() {
    if (vs.size() != 1) {
      throw Errors.wrongValueCount(1, false, vs.size());
    }
    return vs.getFirst();
  }

  private Return returnsNothing(Core e) {
    return new Return(List.of(Unspecified.INSTANCE), d, k.rest(), e.span());
  }
}
