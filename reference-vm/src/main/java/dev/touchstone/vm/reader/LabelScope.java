package dev.touchstone.vm.reader;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The labels so far of the outermost datum that is being read, which is their scope (R7RS 2.4). A
 * number may label a second datum, and from there on names that one (LEX-18): so each labelled
 * datum gets a number of its own.
 */
final class LabelScope {
  /** A number of no more digits is its datum's own, unless it has labelled another before. */
  private static final int MOST_DIGITS = 9;

  /** The numbers that were written, in order, and what each stands for, the latest first. */
  private final List<String> written = new ArrayList<>();

  private final Map<String, Deque<Integer>> meanings = new HashMap<>();

  /** The next of the numbers of more digits, for the others. */
  private int further = 1_000_000_000;

  /** How many labels there are. */
  int size() {
    return written.size();
  }

  /** Begins with the label of that number; returns the datum's own number. */
  int define(String number) {
    Deque<Integer> known = meanings.computeIfAbsent(number, key -> new ArrayDeque<>(1));
    boolean own = known.isEmpty() && number.length() <= MOST_DIGITS;
    int label = own ? Integer.parseInt(number) : further++;
    known.push(label);
    written.add(number);
    return label;
  }

  /** The own number of the datum that the number stands for; null if there is none. */
  @Nullable Integer meaning(String number) {
    Deque<Integer> known = meanings.get(number);
    return known == null ? null : known.peek();
  }

  /** Forgets all labels but so many. */
  void keep(int size) {
    while (written.size() > size) {
      meanings.getOrDefault(written.removeLast(), new ArrayDeque<>()).poll();
    }
  }
}
