package dev.touchstone.vm.machine;

import dev.touchstone.vm.value.Value;
import java.util.function.Function;

/** A parameter object (R7RS 4.2.6): called without arguments, it returns its current value. */
public final class Parameter extends ControlProcedure {
  private final Function<World, Value> initial;
  private final Value converter;

  /**
   * A parameter.
   *
   * @param initial its value outside of every {@code parameterize}, converted
   * @param converter the procedure that converts the values that it is given
   */
  public Parameter(Value initial, Value converter) {
    this("parameter", world -> initial, converter);
  }

  /** A parameter that every world may share: each has a first value of its own. */
  public Parameter(String name, Function<World, Value> initial, Value converter) {
    super(name, 0, 0);
    this.initial = initial;
    this.converter = converter;
  }

  /** Its value where a procedure is called. */
  public Value value(Surroundings call) {
    Value bound = call.dynamics().valueOf(this);
    return bound == null ? initial.apply(call.world()) : bound;
  }

  /** The procedure that converts the values that it is given. */
  public Value converter() {
    return converter;
  }

  @Override
  protected void applyChecked(Control control, Value[] arguments) {
    control.returnValues(value(control));
  }
}
