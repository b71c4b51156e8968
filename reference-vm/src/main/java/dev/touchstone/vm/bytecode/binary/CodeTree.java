package dev.touchstone.vm.bytecode.binary;

import dev.touchstone.vm.bytecode.Code;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Codes that have been read, before they are put into each other: from the last to the first, since
 * a nested code comes later than the one that it is nested in.
 */
final class CodeTree {
  /**
   * A code that lacks those nested in it.
   *
   * @param offset where it begins
   * @param nested their numbers
   * @param maker makes the code of them
   */
  record Part(int offset, List<Integer> nested, Function<List<Code>, Code> maker) {}

  private final int count;
  private final List<Part> parts = new ArrayList<>();
  private final BitSet nested = new BitSet();

  CodeTree(int count) {
    this.count = count;
  }

  void add(Part part) {
    parts.add(part);
  }

  /** Notes that a code is nested in another one, as it can be once. */
  void nest(int outer, int inner, Input in, int offset) {
    if (inner <= outer || inner >= count) {
      throw in.broken(offset, "nested in code " + outer + " can be a later one of the " + count);
    }
    if (nested.get(inner)) {
      throw in.broken(offset, "code " + inner + " is nested twice");
    }
    nested.set(inner);
  }

  /** The first code, with all others in it. */
  Code main(Input in) {
    int loose = nested.nextClearBit(1);
    if (loose < count) {
      throw in.broken(parts.get(loose).offset(), "code " + loose + " is nested in no other");
    }
    List<@Nullable Code> codes = new ArrayList<>(Collections.nCopies(count, null));
    for (int i = count - 1; i > 0; i--) {
      codes.set(i, make(parts.get(i), codes));
    }
    return make(parts.getFirst(), codes);
  }

  private static Code make(Part part, List<@Nullable Code> codes) {
    List<Code> inner = new ArrayList<>(part.nested().size());
    for (int number : part.nested()) {
      inner.add(Objects.requireNonNull(codes.get(number)));
    }
    return part.maker().apply(inner);
  }
}
