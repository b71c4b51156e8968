package dev.touchstone.vm.machine;

import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.List;

/**
 * A continuation up to a prompt as a procedure, also called composable: a call of it puts the
 * captured part on top of the continuation of the call. Its dynamic state is put on top likewise,
 * so that outside of the part the caller's handlers and parameters are in force; before thunks of
 * winds in it are run by the library's {@code %resume}.
 */
public final class PartialContinuation extends ControlProcedure {
  private static final Symbol RESUME = Symbol.of("%resume");

  private final Control.Part part;
  private final List<Dynamics.Entry> entries;

  private PartialContinuation(Control.Part part, List<Dynamics.Entry> entries) {
    super("partial-continuation", 0, Primitive.UNBOUNDED);
    this.part = part;
    this.entries = entries;
  }

  /** The continuation of the control procedure that is being called, up to a prompt. */
  public static PartialContinuation capture(Control control, Value tag, Dynamics prompt) {
    List<Dynamics.Entry> entries = control.dynamics().inside(prompt);
    return new PartialContinuation(control.captureTo(tag), entries);
  }

  /** Goes there, in a dynamic state that has been entered before. */
  public void resume(Control control, Dynamics dynamics, Value... values) {
    control.setDynamics(dynamics);
    control.resume(part, values);
  }

  @Override
  protected void applyChecked(Control control, Value[] arguments) {
    Dynamics target = control.dynamics();
    for (Dynamics.Entry entry : entries) {
      target = target.with(entry);
    }
    if (control.dynamics().stepsTo(target).isEmpty()) {
      resume(control, target, arguments);
    } else {
      Value resume = control.world().standard(RESUME);
      control.tailCall(resume, this, target, Pair.list(arguments));
    }
  }
}
