package dev.touchstone.conformance.explain.shrink;

import dev.touchstone.conformance.explain.shrink.Tree.Branch;
import dev.touchstone.conformance.explain.shrink.Tree.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a program smaller as long as two implementations go on to disagree on it: hierarchical
 * delta debugging (Misherghi and Su 2006) over its data. It goes through the parts from the outside
 * inwards, puts smaller ones in their place, keeps what the {@link Oracle} confirms, and ends when
 * no part can be replaced any more.
 */
public final class Shrinker {
  /** Is told how far the search is. */
  public interface Listener {
    /** A program with so many nodes is left after so many runs of the subject. */
    void at(int nodes, int subjectRuns);
  }

  private final Oracle oracle;
  private final Reductions reductions;
  private final Budget budget;
  private final Listener listener;
  private final long startedAt = System.nanoTime();
  private final Set<String> tried = new HashSet<>();
  private boolean guarded = true;

  private Tree best;
  private Oracle.Seen seen;

  private Shrinker(
      Oracle oracle,
      List<Tree> literals,
      Budget budget,
      Listener listener,
      Tree program,
      Oracle.Seen seen) {
    this.oracle = oracle;
    this.reductions = new Reductions(literals);
    this.budget = budget;
    this.listener = listener;
    this.best = program;
    this.seen = seen;
  }

  /**
   * Shrinks a program.
   *
   * @param literals the smallest data that may be put into it
   * @return nothing if the two do not disagree on it when it is written anew from its data, in a
   *     way that counts
   */
  public static Optional<Shrunk> shrink(
      Tree program, Oracle oracle, List<Tree> literals, Budget budget, Listener listener)
      throws InterruptedException {
    Optional<Oracle.Seen> seen = oracle.look(program);
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    Shrinker shrinker = new Shrinker(oracle, literals, budget, listener, program, seen.get());
    boolean complete = shrinker.search();
    return Optional.of(new Shrunk(shrinker.best, shrinker.seen, oracle.subjectRuns(), complete));
  }

  /** Looks for smaller programs until there is none; false if the budget ends it. */
  private boolean search() throws InterruptedException {
    guarded = oracle.isSettled(best, seen.reference());
    boolean changed = true;
    while (changed && !isUsedUp()) {
      boolean jumped = tryCalls();
      changed = round() || jumped;
    }
    return !isUsedUp();
  }

  /** Puts one of the calls that happen in the program in the place of its last form, or of all. */
  private boolean tryCalls() throws InterruptedException {
    for (Tree call : SeenCalls.of(best, oracle)) {
      List<Tree> forms = new ArrayList<>(best.items());
      forms.set(forms.size() - 1, call);
      if (accept(best.with(List.of(call))) || accept(best.with(forms))) {
        return true;
      }
    }
    return false;
  }

  /** Goes through all places once, from the outside inwards. */
  private boolean round() throws InterruptedException {
    boolean changed = false;
    List<Place> places = Place.all(best);
    for (int i = 0; i < places.size() && !isUsedUp(); i++) {
      while (i < places.size() && improve(places.get(i))) {
        changed = true;
        places = Place.all(best);
      }
    }
    return changed;
  }

  /** Puts something smaller in the place of a part; false if nothing fits. */
  private boolean improve(Place place) throws InterruptedException {
    for (Tree part : reductions.of(place.of(best))) {
      if (isUsedUp()) {
        return false;
      }
      if (accept(place.change(best, old -> part))) {
        return true;
      }
    }
    Optional<Tree> value = value(place);
    return value.isPresent() && accept(place.change(best, old -> value.get()));
  }

  private boolean isUsedUp() {
    return System.nanoTime() - startedAt > budget.time().toNanos()
        || oracle.subjectRuns() >= budget.runs();
  }

  private boolean accept(Tree candidate) throws InterruptedException {
    String text = TreeText.flat(candidate);
    boolean smaller = Measure.of(candidate).compareTo(Measure.of(best)) < 0;
    if (!smaller || candidate.items().isEmpty() || isOdd(text) || !tried.add(text)) {
      return false;
    }
    Optional<Oracle.Seen> found = oracle.lookLike(seen, candidate);
    listener.at(best.nodes(), oracle.subjectRuns());
    if (found.isEmpty() || (guarded && !oracle.isSettled(candidate, found.get().reference()))) {
      return false;
    }
    best = candidate;
    seen = found.get();
    return true;
  }

  /** A list that is two quotes is small, but nobody wants to read it. */
  private boolean isOdd(String text) {
    return text.contains("''") && !TreeText.flat(best).contains("''");
  }

  /** What a call comes to by itself, after the forms before its own, as a constant. */
  private Optional<Tree> value(Place place) throws InterruptedException {
    Tree part = place.of(best);
    boolean call =
        part instanceof Branch(Shape shape, List<Tree> items)
            && shape == Shape.LIST
            && !items.isEmpty()
            && !part.isQuote()
            && !part.isListOf("lambda")
            && !part.isListOf("define");
    if (!call) {
      return Optional.empty();
    }
    List<Tree> forms = new ArrayList<>(best.items().subList(0, place.path().getFirst()));
    forms.add(part);
    return oracle
        .value(best.with(forms))
        .flatMap(TreeText::read)
        .filter(program -> program.items().size() == 1)
        .map(program -> TreeText.constant(program.items().getFirst()));
  }
}
