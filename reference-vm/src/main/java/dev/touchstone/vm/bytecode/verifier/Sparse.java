package dev.touchstone.vm.bytecode.verifier;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A map from small numbers to something, which never changes: a tree whose versions share what they
 * have in common. So to keep one for each jump costs what has changed in between, and to join two
 * costs the difference.
 *
 * @param <T> what it maps to
 */
final class Sparse<T> {
  private static final int BITS = 4;
  private static final int WIDTH = 1 << BITS;

  /** How many digits, of that many bits, a number has. */
  private final int levels;

  /** Nested arrays, the innermost of which hold the entries; null where all below is absent. */
  private final Object @Nullable [] root;

  private Sparse(int levels, Object @Nullable [] root) {
    this.levels = levels;
    this.root = root;
  }

  /**
   * A map without entries.
   *
   * @param size one more than the greatest number
   */
  static <T> Sparse<T> empty(int size) {
    int levels = 1;
    while (levels * BITS < Integer.SIZE - 1 && (size - 1) >> (levels * BITS) > 0) {
      levels++;
    }
    return new Sparse<>(levels, null);
  }

  boolean isEmpty() {
    return root == null;
  }

  /** The entry at a number, or null. */
  @SuppressWarnings("unchecked") // only set and fill put something in
  @Nullable T get(int index) {
    @Nullable Object node = root;
    for (int level = levels - 1; level >= 0 && node != null; level--) {
      node = ((Object[]) node)[digit(index, level)];
    }
    return (T) node;
  }

  /** This map with that entry, or without one if it is null. */
  Sparse<T> set(int index, @Nullable T entry) {
    return fill(index, 1, entry);
  }

  /** This map with the same entry at so many numbers from that one on. */
  Sparse<T> fill(int index, int count, @Nullable T entry) {
    if (count == 0 || (entry == null && root == null)) {
      return this;
    }
    Object changed = filled(root, levels - 1, index, index + count - 1, entry);
    return new Sparse<>(levels, (Object[]) changed);
  }

  /** A node after numbers of it, counted from its first, have got an entry. */
  private @Nullable Object filled(
      @Nullable Object node, int level, int from, int to, @Nullable Object entry) {
    if (level < 0) {
      return entry;
    }
    @Nullable Object[] copy = node == null ? new Object[WIDTH] : ((Object[]) node).clone();
    int first = digit(from, level);
    int last = digit(to, level);
    int most = (1 << (level * BITS)) - 1;
    @Nullable Object whole = null;
    for (int i = first; i <= last; i++) {
      int lower = i == first ? from & most : 0;
      int upper = i == last ? to & most : most;
      if (lower > 0 || upper < most) {
        copy[i] = filled(copy[i], level - 1, lower, upper, entry);
      } else {
        whole = whole == null ? filled(null, level - 1, lower, upper, entry) : whole;
        copy[i] = whole;
      }
    }
    return Arrays.stream(copy).allMatch(part -> part == null) ? null : copy;
  }

  private static int digit(int index, int level) {
    return (index >> (level * BITS)) & (WIDTH - 1);
  }

  /**
   * What is common to two maps: at each number where both have an entry, what becomes of the two.
   *
   * @return this very map if it is that already
   */
  @SuppressWarnings("ReferenceEquality") // what is shared need not be looked at
  Sparse<T> join(Sparse<T> other, BinaryOperator<@Nullable T> operator) {
    Object joined = joined(root, other.root, levels - 1, operator);
    return joined == root ? this : new Sparse<>(levels, (Object[]) joined);
  }

  @SuppressWarnings({"unchecked", "ReferenceEquality"}) // as in get, and as in join
  private static <T> @Nullable Object joined(
      @Nullable Object node, @Nullable Object other, int level, BinaryOperator<@Nullable T> op) {
    if (node == other || node == null || other == null) {
      return node == null || other == null ? null : node;
    }
    if (level < 0) {
      return op.apply((T) node, (T) other);
    }
    @Nullable Object[] parts = (Object[]) node;
    @Nullable Object[] copy = parts.clone();
    boolean same = true;
    boolean empty = true;
    for (int i = 0; i < WIDTH; i++) {
      copy[i] = joined(parts[i], ((Object[]) other)[i], level - 1, op);
      same &= copy[i] == parts[i];
      empty &= copy[i] == null;
    }
    return same ? node : empty ? null : copy;
  }
}
