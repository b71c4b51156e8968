package dev.touchstone.conformance.explain.shrink;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Rewrites a program so that the reference decides otherwise what R7RS leaves open: operands and
 * the bindings of {@code let} are evaluated from right to left, an identity that depends on the
 * implementation is an error, fresh strings have another content. A program that then does
 * something else is no evidence against anyone.
 */
final class OtherChoices {
  /** In terms of what the reference has in its lowest rungs; each name at most once. */
  private static final String PRELUDE =
      """
      (define touchstone:open (lambda () (vector-ref (vector) 0)))
      (define touchstone:eq? eq?)
      (define (eq? a b)
        (if (touchstone:eq? a b)
            (if (number? a) (touchstone:open) (if (char? a) (touchstone:open) #t))
            (if (equal? a b) (touchstone:open) #f)))
      (define touchstone:eqv? eqv?)
      (define (eqv? a b)
        (if (touchstone:eqv? a b) #t (if (equal? a b) (touchstone:open) #f)))
      (define (memq x l) (if (null? l) #f (if (eq? x (car l)) l (memq x (cdr l)))))
      (define (memv x l) (if (null? l) #f (if (eqv? x (car l)) l (memv x (cdr l)))))
      (define (assq x l) (if (null? l) #f (if (eq? x (caar l)) (car l) (assq x (cdr l)))))
      (define (assv x l) (if (null? l) #f (if (eqv? x (caar l)) (car l) (assv x (cdr l)))))
      (define touchstone:make-string make-string)
      (define (make-string n . c)
        (touchstone:make-string n (if (null? c) #\\? (car c))))
      """;

  private static final Set<String> DECIDED =
      Set.of("eq?", "eqv?", "memq", "memv", "assq", "assv", "make-string");

  private int temporaries;

  private OtherChoices() {}

  /** The text of the program with the other choices. */
  static String of(Tree program) {
    Tree reordered = new Expressions(new OtherChoices()::call, true).program(program);
    boolean decides = DECIDED.stream().anyMatch(name -> program.uses(name) > 0);
    return (decides ? PRELUDE : "") + TreeText.flat(reordered);
  }

  /** {@code (f a b)} becomes {@code ((lambda (t2) ((lambda (t1) (f t1 t2)) a)) b)}. */
  private Tree call(Tree form) {
    List<Tree> items = form.items();
    List<Tree> simple = new ArrayList<>(items);
    List<String> names = new ArrayList<>();
    List<Tree> values = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Tree item = items.get(i);
      if (!item.items().isEmpty() && !item.isQuote() && !item.isListOf("lambda")) {
        String name = "touchstone:" + ++temporaries;
        names.add(name);
        values.add(item);
        simple.set(i, Tree.symbol(name));
      }
    }
    if (values.size() + (int) items.stream().filter(i -> i.symbol().isPresent()).count() < 2) {
      return form;
    }
    Tree call = Tree.list(simple);
    for (int i = 0; i < values.size(); i++) {
      Tree parameters = Tree.list(List.of(Tree.symbol(names.get(i))));
      Tree lambda = Tree.list(List.of(Tree.symbol("lambda"), parameters, call));
      call = Tree.list(List.of(lambda, values.get(i)));
    }
    return call;
  }
}
