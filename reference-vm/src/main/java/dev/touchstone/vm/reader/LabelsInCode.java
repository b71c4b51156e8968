package dev.touchstone.vm.reader;

import dev.touchstone.vm.value.Symbol;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Labels in the code of a program (LEX-19): there a reference stands for the text of what it names,
 * since code has no identity. Only within literals do labels stay, for the value is to be shared;
 * and where they make a circle, which the expander rejects.
 */
final class LabelsInCode {
  /** How many characters references may stand for in one form. */
  private static final long MOST = 1 << 20;

  private static final int CODE = 0;
  static final Symbol QUOTE = Symbol.of("quote");

  /** How many literals are open, and the number of the outermost one of them. */
  private int depth;

  private int literal = CODE;
  private int literals;

  /** The literal that each label stands in. */
  private final Map<Integer, Integer> places = new HashMap<>();

  /** The labelled data that are whole. */
  private final Map<Integer, Syntax> whole = new HashMap<>();

  /** The characters of each, with those of the references in it. */
  private final Map<Integer, Long> lengths = new HashMap<>();

  /** Labels to which a reference stays. */
  private final Set<Integer> needed = new HashSet<>();

  /** How many characters references have stood for so far. */
  private long added;

  /** Whether a datum as the first item makes a literal of its list. */
  static boolean isQuote(Syntax first) {
    return first instanceof Syntax.Atom atom && atom.datum() == QUOTE;
  }

  void enterLiteral() {
    if (depth++ == 0) {
      literal = ++literals;
    }
  }

  void leaveLiteral() {
    if (--depth == 0) {
      literal = CODE;
    }
  }

  void begin(int label) {
    places.put(label, literal);
    lengths.put(label, -added);
    whole.remove(label);
    needed.remove(label);
  }

  /** What stands in the place of a labelled datum that is whole. */
  Syntax end(Syntax.Labelled labelled) {
    int label = labelled.label();
    int own = labelled.span().end() - labelled.span().start();
    lengths.merge(label, added + own, Long::sum);
    whole.put(label, labelled.datum());
    return depth > 0 || needed.contains(label) ? labelled : labelled.datum();
  }

  /** What stands in the place of a reference to a label that is known. */
  Syntax resolve(Syntax.LabelReference reference) {
    int label = reference.label();
    Syntax target = whole.get(label);
    boolean shares = depth > 0 && places.getOrDefault(label, CODE) == literal;
    if (target == null || shares) {
      needed.add(label);
      return reference;
    }
    added += lengths.getOrDefault(label, 0L);
    if (added > MOST) {
      throw Rejection.at(
          reference.span(), "The labels of this form stand for more than " + MOST + " characters.");
    }
    return target;
  }
}
