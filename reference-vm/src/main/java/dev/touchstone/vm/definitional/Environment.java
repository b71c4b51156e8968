package dev.touchstone.vm.definitional;

import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.machine.MachineFault;
import dev.touchstone.vm.machine.World;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An environment: the location of each local variable that is in scope, and the world, which has
 * the global ones. Immutable; what changes is the content of locations.
 */
final class Environment {
  private final World world;
  private final @Nullable Variable variable;
  private final @Nullable Location location;
  private final @Nullable Environment outer;

  private Environment(
      World world,
      @Nullable Variable variable,
      @Nullable Location location,
      @Nullable Environment outer) {
    this.world = world;
    this.variable = variable;
    this.location = location;
    this.outer = outer;
  }

  /** The environment of top-level forms. */
  static Environment of(World world) {
    return new Environment(world, null, null, null);
  }

  /** Where global variables are looked up. */
  World world() {
    return world;
  }

  /** {@code r(x)}. */
  @SuppressWarnings("ReferenceEquality") // two variables of one name are two variables
  Location locationOf(Variable x) {
    for (Environment at = this; at != null; at = at.outer) {
      if (at.variable == x && at.location != null) {
        return at.location;
      }
    }
    throw new MachineFault("out of the scope of " + x);
  }

  /** {@code r[x := l]}, where l is a new location with a value. */
  Environment bind(Variable x, Value value) {
    return new Environment(world, x, new Location(value), this);
  }

  /** Binds variables, in order, to new locations with values. */
  Environment bind(List<Variable> variables, List<Value> values) {
    Environment inner = this;
    for (int i = 0; i < variables.size(); i++) {
      inner = inner.bind(variables.get(i), values.get(i));
    }
    return inner;
  }

  /**
   * Binds variables likewise, and a further one, unless it is null, to the list of what is left.
   */
  Environment bind(List<Variable> variables, @Nullable Variable rest, List<Value> values) {
    Environment inner = bind(variables, values);
    if (rest == null) {
      return inner;
    }
    List<Value> further = values.subList(variables.size(), values.size());
    return inner.bind(rest, Pair.list(further.toArray(new Value[0])));
  }

  /** Binds variables to new locations without content. */
  Environment bindEmpty(List<Variable> variables) {
    Environment inner = this;
    for (Variable variable : variables) {
      inner = new Environment(world, variable, new Location(null), inner);
    }
    return inner;
  }
}
