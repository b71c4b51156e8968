package dev.touchstone.conformance.engine.setup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order in which cases are begun. It shows in no report: cases that depend on it would be
 * wrong, and a shuffled run finds them.
 *
 * @param seed of a shuffled order; absent for the order of the ids
 */
public record Order(OptionalLong seed) {
  /** The order of the ids. */
  public static final Order BY_ID = new Order(OptionalLong.empty());

  private static final String ID = "id";
  private static final Pattern SHUFFLED = Pattern.compile("shuffled:([0-9]{1,18})");

  /**
   * The order of a name: {@code id}, or {@code shuffled:} and a number, which gives the same order
   * each time.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static Order parse(String name) {
    Matcher shuffled = SHUFFLED.matcher(name);
    if (shuffled.matches()) {
      return new Order(OptionalLong.of(Long.parseLong(shuffled.group(1))));
    }
    if (name.equals(ID)) {
      return BY_ID;
    }
    throw new IllegalArgumentException(
        "an order is `id`, or `shuffled:` and a whole number, but not `" + name + "`");
  }

  /** The items in this order, given those in the order of their ids. */
  public <T> List<T> arrange(List<T> items) {
    List<T> arranged = new ArrayList<>(items);
    seed.ifPresent(number -> Collections.shuffle(arranged, new Random(number)));
    return arranged;
  }

  /** The name, as {@link #parse} takes it. */
  @Override
  public String toString() {
    return seed.isPresent() ? "shuffled:" + seed.getAsLong() : ID;
  }
}
