package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Continuation;
import dev.touchstone.vm.machine.Control;
import dev.touchstone.vm.machine.ControlProcedure;
import dev.touchstone.vm.machine.Dynamics;
import dev.touchstone.vm.machine.Dynamics.Entry;
import dev.touchstone.vm.machine.Primitive;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Procedures that say what the machine does next (R7RS 6.10, 6.11), as far as it takes the machine
 * to say it. What is made of them is in {@code control.scm}.
 */
final class ControlProcedures {
  private ControlProcedures() {}

  static void register(Registry r) {
    r.addControl("apply", 2, Primitive.UNBOUNDED, ControlProcedures::apply);
    r.addControl("values", 0, Primitive.UNBOUNDED, Control::returnValues);
    ControlProcedure callcc =
        ControlProcedure.of(
            "call-with-current-continuation",
            1,
            1,
            (control, a) -> control.tailCall(a[0], Continuation.capture(control)));
    r.add(callcc.name(), callcc);
    r.add("call/cc", callcc);
    registerState(r);
    registerContinuations(r);
  }

  private static void registerState(Registry r) {
    push(r, "%push-wind", 2, a -> new Entry.Wind(a[0], a[1]));
    push(r, "%push-handler", 1, a -> new Entry.Handler(a[0]));
    push(r, "%push-handling", 0, a -> new Entry.Handling());
    push(r, "%push-parameters", 2, a -> ParameterProcedures.parameterization(a[0], a[1]));
    r.addControl("%pop", 0, 0, (control, a) -> setState(control, control.dynamics().outer()));
    r.addControl("%set-state", 1, 1, (control, a) -> setState(control, (Dynamics) a[0]));
    r.addControl("%steps-to", 1, 1, ControlProcedures::stepsTo);
    r.addControl("%current-handler", 0, 0, ControlProcedures::currentHandler);
  }

  private static void registerContinuations(Registry r) {
    r.add("%state-of", k -> ((Continuation) k).dynamics());
    r.addControl(
        "%reinstate",
        2,
        2,
        (control, a) -> ((Continuation) a[0]).reinstate(control, elements("%reinstate", a[1])));
    r.addControl("%end-uncaught", 1, 1, (control, a) -> control.endUncaught(a[0]));
  }

  /** What makes an entry of the dynamic state of its arguments. */
  @FunctionalInterface
  private interface EntryMaker {
    Entry make(Value[] arguments);
  }

  private static void push(Registry r, String name, int count, EntryMaker maker) {
    r.addControl(
        name,
        count,
        count,
        (control, a) -> setState(control, control.dynamics().with(maker.make(a))));
  }

  private static void setState(Control control, Dynamics state) {
    control.setDynamics(state);
    control.returnValues(Unspecified.INSTANCE);
  }

  /** {@code (apply procedure argument ... list)}. */
  private static void apply(Control control, Value[] arguments) {
    int last = arguments.length - 1;
    List<Value> all = new ArrayList<>(List.of(arguments).subList(1, last));
    all.addAll(Lists.elements("apply", last + 1, arguments[last]));
    control.tailCall(arguments[0], all.toArray(new Value[0]));
  }

  /** Pairs of a thunk and a dynamic state. */
  private static void stepsTo(Control control, Value[] arguments) {
    List<Value> steps = new ArrayList<>();
    for (Dynamics.Step step : control.dynamics().stepsTo((Dynamics) arguments[0])) {
      steps.add(Pair.of(step.thunk(), step.state()));
    }
    control.returnValues(Lists.list(steps, EmptyList.INSTANCE));
  }

  private static void currentHandler(Control control, Value[] arguments) {
    Value handler = control.dynamics().handler();
    control.returnValues(handler == null ? Bool.FALSE : handler);
  }

  /** The elements of a list that the library has made. */
  static Value[] elements(String procedure, Value list) {
    return Lists.elements(procedure, 2, list).toArray(new Value[0]);
  }
}
