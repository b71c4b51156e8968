package dev.touchstone.vm.machine;

/** A limit was reached. The guest cannot catch it. */
public final class Exhaustion extends RuntimeException {
  /** Procedure calls. */
  public static final String STEPS = "steps";

  /** Slots of the value stack, or frames. */
  public static final String STACK = "stack";

  /** Bytes that were allocated, garbage included. */
  public static final String ALLOCATION = "allocation";

  /** Bytes of output. */
  public static final String OUTPUT = "output";

  /** Wall time. */
  public static final String TIME = "time";

  /** The host wants the run to end. */
  public static final String INTERRUPT = "interrupt";

  private static final long serialVersionUID = 1L;

  private final String limit;

  /** That limit was reached. */
  public Exhaustion(String limit) {
    super(limit, null, false, false);
    this.limit = limit;
  }

  /** Which limit. */
  public String limit() {
    return limit;
  }
}
