package dev.touchstone.conformance.dialect;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How programs are written in another Lisp.
 *
 * @param name for example {@code r5rs}
 * @param title what Lisp that is, in a line
 * @param names what becomes of standard names
 * @param forms the rules for the forms that a standard name heads, in the order in which they are
 *     tried
 * @param literals how literals are written
 * @param layout what stands around a program
 * @param readBack what written values mean
 */
public record DialectMap(
    String name,
    String title,
    Names names,
    Map<String, List<Rule>> forms,
    Literals literals,
    Layout layout,
    ReadBack readBack) {
  /**
   * What becomes of standard names.
   *
   * @param renamed the other Lisp's name for a standard one
   * @param kept if present, all others that mean the same there: what is neither here, renamed nor
   *     the head of a rule has no counterpart
   * @param refused names without counterpart
   * @param reserved the other Lisp's words that a program must not bind, such as keywords
   */
  record Names(
      Map<String, String> renamed,
      Optional<Set<String>> kept,
      Set<String> refused,
      Set<String> reserved) {
    /** Copies the collections. */
    Names {
      renamed = Map.copyOf(renamed);
      kept = kept.map(Set::copyOf);
      refused = Set.copyOf(refused);
      reserved = Set.copyOf(reserved);
    }

    /** Whether the map says of this name that it means the same. */
    boolean keeps(String standard) {
      return kept.filter(names -> names.contains(standard)).isPresent();
    }
  }

  /**
   * What stands around a program.
   *
   * @param sequence whether several top-level forms are written as one {@code begin}
   * @param unreadable whether a program that does not read as Scheme is passed on as it is
   * @param preamble the other Lisp's text before every program; often empty
   * @param value what replaces the last expression, {@code {form}}, where its value is to be
   *     printed
   * @param end stands after a program whose value is to be printed; often empty
   * @param markers the templates for subjects in mode {@code markers}, if the map has them
   */
  public record Layout(
      boolean sequence,
      boolean unreadable,
      String preamble,
      String value,
      String end,
      Optional<MarkerTexts> markers) {}

  /** Templates of markers, as in a subject file; {@code preamble} defines what they call. */
  public record MarkerTexts(String preamble, String start, String value, String end, String hold) {}

  /** Copies the map. */
  public DialectMap {
    forms = Map.copyOf(forms);
  }

  /**
   * The words that renderings by this map may use of their own accord: no program may bind them.
   */
  Set<String> ownWords() {
    Set<String> words = new HashSet<>(names.reserved());
    words.addAll(names.renamed().values());
    forms.values().forEach(rules -> rules.forEach(rule -> words.addAll(rule.words())));
    words.addAll(TextTemplate.words(layout.value()));
    layout
        .markers()
        .ifPresent(m -> words.addAll(TextTemplate.words(m.start() + m.value() + m.end())));
    words.addAll(literals.words());
    return words;
  }
}
