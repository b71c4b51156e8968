package dev.touchstone.vm.core;

/**
 * A local variable. It is compared by identity: two variables of one name are two variables.
 *
 * <p>The flags are facts about the whole program, which the expander notes down as it meets the
 * uses; they are complete when expansion is.
 */
public final class Variable {
  private final String name;
  private final boolean temporary;
  private boolean assigned;

  private Variable(String name, boolean temporary) {
    this.name = name;
    this.temporary = temporary;
  }

  /** A variable that the program calls by that name. */
  public static Variable named(String name) {
    return new Variable(name, false);
  }

  /** A variable that holds a value which the program does not name. */
  public static Variable temporary() {
    return new Variable("value", true);
  }

  /** What the program calls it. */
  public String name() {
    return name;
  }

  /** Whether it holds a value which the program does not name. */
  public boolean isTemporary() {
    return temporary;
  }

  /** Whether a {@code set!} assigns it; then it lives in a box. */
  public boolean isAssigned() {
    return assigned;
  }

  /** Notes that a {@code set!} assigns it. */
  public void markAssigned() {
    assigned = true;
  }

  @Override
  public String toString() {
    return name;
  }
}
