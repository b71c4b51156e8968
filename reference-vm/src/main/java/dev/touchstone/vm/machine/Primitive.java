package dev.touchstone.vm.machine;

import dev.touchstone.vm.value.Procedure;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Value;
import java.util.Arrays;

/**
 * A procedure written in Java. It takes its arguments from the value stack, returns a value or
 * raises an error, and never calls a procedure of the program.
 */
public abstract sealed class Primitive extends Procedure {
  /** The body of a primitive of one argument. */
  @FunctionalInterface
  public interface Body1 {
    Value apply(Value a);
  }

  /** The body of a primitive of two arguments. */
  @FunctionalInterface
  public interface Body2 {
    Value apply(Value a, Value b);
  }

  /** The body of a primitive of three arguments. */
  @FunctionalInterface
  public interface Body3 {
    Value apply(Value a, Value b, Value c);
  }

  /** The body of a primitive of a varying number of arguments. */
  @FunctionalInterface
  public interface BodyN {
    Value apply(Value[] arguments);
  }

  /** The body of a primitive that reads or writes something outside its arguments. */
  @FunctionalInterface
  public interface WorldBody {
    Value apply(World world, Value[] arguments);
  }

  /** The body of a primitive that depends on where it is called. */
  @FunctionalInterface
  public interface SituatedBody {
    Value apply(Surroundings call, Value[] arguments);
  }

  /** Any number of arguments from the least on. */
  public static final int UNBOUNDED = Integer.MAX_VALUE;

  private final String name;
  private final int least;
  private final int most;

  /** Whether its time or its result grows with its arguments. */
  private final boolean bulk;

  private Primitive(String name, int least, int most, boolean bulk) {
    this.name = name;
    this.least = least;
    this.most = most;
    this.bulk = bulk;
  }

  /** A primitive of one argument. */
  public static Primitive of(String name, Body1 body) {
    return new One(name, body);
  }

  /** A primitive of one argument, whose time or result grows with the argument. */
  public static Primitive bulk(String name, Body1 body) {
    return new Many(name, 1, 1, arguments -> body.apply(arguments[0]));
  }

  /** A primitive of two arguments, whose time or result grows with the arguments. */
  public static Primitive bulk(String name, Body2 body) {
    return new Many(name, 2, 2, arguments -> body.apply(arguments[0], arguments[1]));
  }

  /** A primitive of two arguments. */
  public static Primitive of(String name, Body2 body) {
    return new Two(name, body);
  }

  /** A primitive of three arguments. */
  public static Primitive of(String name, Body3 body) {
    return new Three(name, body);
  }

  /** A primitive of at least and at most so many arguments. */
  public static Primitive of(String name, int least, int most, BodyN body) {
    return new Many(name, least, most, body);
  }

  /** A primitive of any number of arguments from one on, with a body of its own for two. */
  public static Primitive ofTwoAndMore(String name, Body2 two, BodyN body) {
    return new TwoAndMore(name, two, body);
  }

  /** A primitive with access to the world, of at least and at most so many arguments. */
  public static Primitive onWorld(String name, int least, int most, WorldBody body) {
    return new OnWorld(name, least, most, body);
  }

  /**
   * A primitive that sees where it is called.
   *
   * @param bulk whether its time or its result grows with its arguments
   */
  public static Primitive situated(
      String name, int least, int most, boolean bulk, SituatedBody body) {
    return new Situated(name, least, most, bulk, body);
  }

  @Override
  public final String name() {
    return name;
  }

  /** Whether the host is to be asked more often than by steps when this is called. */
  public final boolean isBulk() {
    return bulk;
  }

  /**
   * Calls it.
   *
   * @param slots the value stack
   * @param first the slot of the first argument
   * @param count how many there are
   * @param call where it is called
   * @throws SchemeError if it fails, or does not take so many arguments
   */
  public final Value apply(Value[] slots, int first, int count, Surroundings call) {
    if (count < least || count > most) {
      throw wrongCount(count);
    }
    return applyChecked(slots, first, count, call);
  }

  /** As {@link #apply}; the number of arguments is right. */
  abstract Value applyChecked(Value[] slots, int first, int count, Surroundings call);

  private SchemeError wrongCount(int count) {
    return Errors.wrongCount(name, least, most, count);
  }

  private static final class One extends Primitive {
    private final Body1 body;

    One(String name, Body1 body) {
      super(name, 1, 1, false);
      this.body = body;
    }

    @Override
    Value applyChecked(Value[] slots, int first, int count, Surroundings call) {
      return body.apply(slots[first]);
    }
  }

  private static final class Two extends Primitive {
    private final Body2 body;

    Two(String name, Body2 body) {
      super(name, 2, 2, false);
      this.body = body;
    }

    @Override
    Value applyChecked(Value[] slots, int first, int count, Surroundings call) {
      return body.apply(slots[first], slots[first + 1]);
    }
  }

  private static final class Three extends Primitive {
    private final Body3 body;

    Three(String name, Body3 body) {
      super(name, 3, 3, false);
      this.body = body;
    }

    @Override
    Value applyChecked(Value[] slots, int first, int count, Surroundings call) {
      return body.apply(slots[first], slots[first + 1], slots[first + 2]);
    }
  }

  private static final class Many extends Primitive {
    private final BodyN body;

    Many(String name, int least, int most, BodyN body) {
      super(name, least, most, true);
      this.body = body;
    }

    @Override
    Value applyChecked(Value[] slots, int first, int count, Surroundings call) {
      return body.apply(Arrays.copyOfRange(slots, first, first + count));
    }
  }

  private static final class TwoAndMore extends Primitive {
    private final Body2 two;
    private final BodyN body;

    TwoAndMore(String name, Body2 two, BodyN body) {
      super(name, 1, UNBOUNDED, true);
      this.two = two;
      this.body = body;
    }

    @Override
    Value applyChecked(Value[] slots, int first, int count, Surroundings call) {
      return count == 2
          ? two.apply(slots[first], slots[first + 1])
          : body.apply(Arrays.copyOfRange(slots, first, first + count));
    }
  }

  private static final class OnWorld extends Primitive {
    private final WorldBody body;

    OnWorld(String name, int least, int most, WorldBody body) {
      super(name, least, most, true);
      this.body = body;
    }

    @Override
    Value applyChecked(Value[] slots, int first, int count, Surroundings call) {
      return body.apply(call.world(), Arrays.copyOfRange(slots, first, first + count));
    }
  }

  private static final class Situated extends Primitive {
    private final SituatedBody body;

    Situated(String name, int least, int most, boolean bulk, SituatedBody body) {
      super(name, least, most, bulk);
      this.body = body;
    }

    @Override
    Value applyChecked(Value[] slots, int first, int count, Surroundings call) {
      return body.apply(call, Arrays.copyOfRange(slots, first, first + count));
    }
  }
}
