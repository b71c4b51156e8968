package dev.touchstone.vm.machine;

import dev.touchstone.vm.value.Procedure;
import dev.touchstone.vm.value.Value;

/** A procedure that is written in Java and says what its machine is to do next. */
public abstract class ControlProcedure extends Procedure {
  /** The body of a control procedure. */
  @FunctionalInterface
  public interface Body {
    void apply(Control control, Value[] arguments);
  }

  private final String name;
  private final int least;
  private final int most;

  /** A control procedure of at least and at most so many arguments. */
  protected ControlProcedure(String name, int least, int most) {
    this.name = name;
    this.least = least;
    this.most = most;
  }

  /** A control procedure of at least and at most so many arguments. */
  public static ControlProcedure of(String name, int least, int most, Body body) {
    return new ControlProcedure(name, least, most) {
      @Override
      protected void applyChecked(Control control, Value[] arguments) {
        body.apply(control, arguments);
      }
    };
  }

  @Override
  public final String name() {
    return name;
  }

  /**
   * Calls it.
   *
   * @throws dev.touchstone.vm.value.SchemeError if it fails, or does not take so many arguments
   */
  public final void apply(Control control, Value[] arguments) {
    if (arguments.length < least || arguments.length > most) {
      throw Errors.wrongCount(name, least, most, arguments.length);
    }
    applyChecked(control, arguments);
  }

  /** As {@link #apply}; the number of arguments is right. */
  protected abstract void applyChecked(Control control, Value[] arguments);
}
