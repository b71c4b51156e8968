package dev.touchstone.vm.definitional;

import dev.touchstone.vm.core.CoreProgram;
import dev.touchstone.vm.machine.Control;
import dev.touchstone.vm.machine.Dynamics;
import dev.touchstone.vm.machine.MachineFault;
import dev.touchstone.vm.machine.Outcome;
import dev.touchstone.vm.machine.World;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a control procedure's call: {@code d} and {@code k} are those of the call, and each
 * operation that passes control on says what the next state is.
 */
final class ControlCall implements Control {
  /** A whole continuation. */
  private record Whole(Continuation k) implements Part {}

  /** The frames of a continuation up to a prompt, outermost first. */
  private record Segment(Deque<Frame> frames) implements Part {}

  private final Evaluator run;
  private final Continuation k;
  private final Span place;
  private Dynamics d;
  private @Nullable State next;

  ControlCall(Evaluator run, Dynamics d, Continuation k, Span place) {
    this.run = run;
    this.d = d;
    this.k = k;
    this.place = place;
  }

  /** What comes after the call. */
  State next() {
    if (next == null) {
      throw new MachineFault("a control procedure did not say what comes next");
    }
    return next;
  }

  @Override
  public World world() {
    return run.world();
  }

  @Override
  public Dynamics dynamics() {
    return d;
  }

  @Override
  public void setDynamics(Dynamics dynamics) {
    d = dynamics;
  }

  @Override
  public void tailCall(Value f, Value... vs) {
    next = new Apply(f, List.of(vs), d, k, place);
  }

  @Override
  public void returnValues(Value... vs) {
    next = new Return(List.of(vs), d, k, place);
  }

  @Override
  public Part capture() {
    return new Whole(k);
  }

  @Override
  public void reinstate(Part continuation, Value... vs) {
    next = new Return(List.of(vs), d, ((Whole) continuation).k(), place);
  }

  @Override
  public void callWithPrompt(Value tag, Value thunk) {
    next = new Apply(thunk, List.of(), d, k.push(new Frame.Prompt(tag)), place);
  }

  @Override
  public void abort(Value tag, Value f, Value... vs) {
    Dynamics prompt = prompt(tag);
    next = new Apply(f, List.of(vs), prompt.outer(), mark(prompt).rest(), place);
  }

  @Override
  public Part captureTo(Value tag) {
    Deque<Frame> frames = new ArrayDeque<>();
    Continuation mark = mark(prompt(tag));
    for (Continuation at = k; at != mark && at.top() != null; at = at.rest()) {
      frames.addFirst(at.top());
    }
    return new Segment(frames);
  }

  @Override
  public void resume(Part part, Value... vs) {
    Continuation onTop = k;
    for (Frame frame : ((Segment) part).frames()) {
      onTop = onTop.push(frame);
    }
    next = new Return(List.of(vs), d, onTop, place);
  }

  @Override
  public void evaluate(IntFunction<CoreProgram> expansion) {
    CoreProgram program = world().frontEnd().run(expansion);
    next = new Eval(Parts.all(program), Environment.of(world()), d, k);
  }

  @Override
  public void endUncaught(Value payload) {
    next = run.uncaught(payload, place, k);
  }

  @Override
  public void exit(int code) {
    next = new State.End(new Outcome.Exited(code));
  }

  /** {@code prompt(d, t)}: the dynamic state from the innermost prompt with a tag on. */
  private Dynamics prompt(Value tag) {
    Dynamics prompt = d.prompt(tag);
    if (prompt == null) {
      throw new MachineFault("no prompt with that tag");
    }
    return prompt;
  }

  /**
   * {@code mark(k, n)}: the continuation from the mark of a prompt on. It is the n-th mark from the
   * outside if the prompt is the n-th of the dynamic state; the innermost with its tag need not be
   * it, since the thunk of a wind runs in the dynamic state around the wind, on top of everything
   * that is pending.
   */
  private Continuation mark(Dynamics prompt) {
    int n = prompt.prompts();
    Continuation at = k;
    while (at.marks() > n || (at.marks() == n && !(at.top() instanceof Frame.Prompt))) {
      at = at.rest();
    }
    if (at.marks() < n) {
      throw SchemeError.of(ErrorClass.RANGE, "no pending call has a prompt with that tag");
    }
    return at;
  }
}
