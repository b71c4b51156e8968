package dev.touchstone.vm.machine;

import dev.touchstone.vm.value.Value;

/** A parameter object (R7RS 4.2.6): called without arguments, it returns its current value. */
public final class Parameter extends ControlProcedure {
  private final Value initial;
  private final Value converter;

  /**
   * A parameter.
   *
   * @param initial its value outside of every {@code parameterize}, converted
   * @param converter the procedure that converts the values that it is given
   */
  public Parameter(Value initial, Value converter) {
    super("parameter", 0, 0);
    this.initial = initial;
    this.converter = converter;
  }

  /** The procedure that converts the values that it is given. */
  public Value converter() {
    return converter;
  }

  @Override
  protected void applyChecked(Control control, Value[] arguments) {
    Value bound = control.dynamics().valueOf(this);
    control.returnValues(bound == null ? initial : bound);
  }
}
