package dev.touchstone.vm.machine;

import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;

/**
 * A whole continuation as a procedure (R7RS 6.10). A call of it leaves the winds that are active
 * where it is called and enters those where it was captured; if there are such, the library's
 * {@code %enter} does it.
 */
public final class Continuation extends ControlProcedure {
  private static final Symbol ENTER = Symbol.of("%enter");

  private final Control.Part part;
  private final Dynamics dynamics;

  private Continuation(Control.Part part, Dynamics dynamics) {
    super("continuation", 0, Primitive.UNBOUNDED);
    this.part = part;
    this.dynamics = dynamics;
  }

  /** The continuation of the control procedure that is being called. */
  public static Continuation capture(Control control) {
    return new Continuation(control.capture(), control.dynamics());
  }

  /** The dynamic state where it was captured. */
  public Dynamics dynamics() {
    return dynamics;
  }

  /** Goes there without a look at winds. */
  public void reinstate(Control control, Value... values) {
    control.setDynamics(dynamics);
    control.reinstate(part, values);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the same state
  protected void applyChecked(Control control, Value[] arguments) {
    if (control.dynamics() == dynamics || control.dynamics().stepsTo(dynamics).isEmpty()) {
      reinstate(control, arguments);
    } else {
      control.tailCall(control.world().standard(ENTER), this, Pair.list(arguments));
    }
  }
}
