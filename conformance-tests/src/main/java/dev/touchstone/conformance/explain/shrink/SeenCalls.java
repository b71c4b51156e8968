package dev.touchstone.conformance.explain.shrink;

import dev.touchstone.conformance.subject.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The calls that happen while a program runs on the reference, each with constants for operands: if
 * two implementations disagree on the program, they may well disagree on one of these.
 */
final class SeenCalls {
  /** Begins the lines in which a call is told. */
  private static final String MARK = "touchstone:call ";

  private static final String OPAQUE = "touchstone:opaque";
  private static final int MOST = 200;
  private static final int LONGEST_LINE = 400;

  private static final String PRELUDE =
      """
      (define touchstone:tell
        ((lambda (write display newline)
           (lambda (call) (newline) (display "%s") (write call) (newline)))
         write display newline))
      (define touchstone:list list)
      """
          .formatted(MARK);

  private final List<Tree> sites = new ArrayList<>();

  private SeenCalls() {}

  /** A program that tells its calls, and how to read what it tells. */
  static List<Tree> of(Tree program, Oracle oracle) throws InterruptedException {
    SeenCalls calls = new SeenCalls();
    Tree telling = new Expressions(calls::telling, false).program(program);
    Observation seen = oracle.onReference(PRELUDE + TreeText.flat(telling));
    Set<Tree> found = new LinkedHashSet<>();
    seen.output()
        .orElse("")
        .lines()
        .filter(line -> line.startsWith(MARK) && line.length() < LONGEST_LINE)
        .forEach(line -> calls.read(line.substring(MARK.length())).ifPresent(found::add));
    return found.stream().sorted(Comparator.comparing(Measure::of)).limit(MOST).toList();
  }

  /** {@code (f a b)} becomes {@code ((lambda (t0 t1) (tell (list site t0 t1)) (f t0 t1)) a b)}. */
  private Tree telling(Tree call) {
    List<Tree> items = call.items();
    if (items.getFirst().symbol().isEmpty()) {
      return call;
    }
    List<Tree> names = new ArrayList<>();
    for (int i = 1; i < items.size(); i++) {
      names.add(Tree.symbol("touchstone:" + i));
    }
    Tree site = new Tree.Leaf(Integer.toString(sites.size()), Tree.AtomType.INTEGER);
    sites.add(call);
    Tree told = list(Tree.symbol("touchstone:list"), site, names);
    Tree tell = Tree.list(List.of(Tree.symbol("touchstone:tell"), told));
    Tree inner = Tree.list(join(items.getFirst(), names));
    Tree lambda = Tree.list(List.of(Tree.symbol("lambda"), Tree.list(names), tell, inner));
    return Tree.list(join(lambda, items.subList(1, items.size())));
  }

  private static Tree list(Tree head, Tree first, List<Tree> rest) {
    return Tree.list(join(head, join(first, rest)));
  }

  private static List<Tree> join(Tree first, List<Tree> rest) {
    List<Tree> items = new ArrayList<>(rest);
    items.addFirst(first);
    return items;
  }

  /** The call that a line tells; operands that are no data are the names that stood there. */
  private Optional<Tree> read(String line) {
    return TreeText.read(line.replaceAll("#<procedure>", OPAQUE))
        .filter(data -> data.items().size() == 1)
        .flatMap(data -> call(data.items().getFirst().items()));
  }

  private Optional<Tree> call(List<Tree> told) {
    Tree site = sites.get(Integer.parseInt(TreeText.flat(told.getFirst())));
    List<Tree> items = new ArrayList<>();
    items.add(site.items().getFirst());
    for (int i = 1; i < told.size(); i++) {
      Tree value = told.get(i);
      Tree written = site.items().get(i);
      if (value.uses(OPAQUE) == 0) {
        items.add(TreeText.constant(value));
      } else if (value.isSymbol(OPAQUE) && written.symbol().isPresent()) {
        items.add(written);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(Tree.list(items));
  }
}
