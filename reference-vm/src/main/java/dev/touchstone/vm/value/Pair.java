package dev.touchstone.vm.value;

/** A pair. */
public final class Pair extends Value {
  private Value car;
  private Value cdr;
  private final boolean literal;

  private Pair(Value car, Value cdr, boolean literal) {
    this.car = car;
    this.cdr = cdr;
    this.literal = literal;
  }

  /** A fresh pair. */
  public static Pair of(Value car, Value cdr) {
    return new Pair(car, cdr, false);
  }

  /** A list of fresh pairs. */
  public static Value list(Value... elements) {
    Value list = EmptyList.INSTANCE;
    for (int i = elements.length - 1; i >= 0; i--) {
      list = of(elements[i], list);
    }
    return list;
  }

  /** A pair of a literal constant, which may not be changed (R7RS 3.4). */
  public static Pair literal(Value car, Value cdr) {
    return new Pair(car, cdr, true);
  }

  /** Whether it belongs to a literal and may not be changed by a program. */
  public boolean isLiteral() {
    return literal;
  }

  /** The first field. */
  public Value car() {
    return car;
  }

  /** The second field. */
  public Value cdr() {
    return cdr;
  }

  /** Replaces the first field. */
  public void setCar(Value value) {
    car = value;
  }

  /** Replaces the second field. */
  public void setCdr(Value value) {
    cdr = value;
  }
}
