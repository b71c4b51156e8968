package dev.touchstone.vm.value;

import dev.touchstone.vm.source.ErrorClass;
import java.util.List;

/**
 * Thrown by a primitive to raise a condition. It has no Java stack trace: it is the guest's error,
 * not the host's.
 */
public final class SchemeError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Condition condition;

  /** Raises that condition. */
  public SchemeError(Condition condition) {
    super(condition.message(), null, false, false);
    this.condition = condition;
  }

  /** Raises a condition of that class, message and irritants. */
  public static SchemeError of(ErrorClass errorClass, String message, Value... irritants) {
    return new SchemeError(new Condition(errorClass, message, List.of(irritants)));
  }

  /** What is raised. */
  public Condition condition() {
    return condition;
  }
}
