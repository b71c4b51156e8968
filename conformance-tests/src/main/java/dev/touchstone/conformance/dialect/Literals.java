package dev.touchstone.conformance.dialect;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How literals are written.
 *
 * @param inCode texts for {@code #t} and {@code #f} where they stand as expressions; as in the
 *     source if absent
 * @param inData texts for {@code #t}, {@code #f} and {@code ()} within quoted data
 * @param styles how the other kinds are written; as in the source if absent
 * @param characterNames the other Lisp's names of characters by those of R7RS
 */
record Literals(
    Map<String, String> inCode,
    Map<String, String> inData,
    Map<Kind, Style> styles,
    Map<String, String> characterNames) {
  /** The data that a map can write in another way by their text. */
  static final List<String> TEXTS = List.of("#t", "#f", "()");

  /** A kind of literal. */
  enum Kind {
    STRINGS,
    CHARACTERS,
    NUMBERS,
    VECTORS,
    BYTEVECTORS,
    /** Datum labels, {@code #0=}. */
    LABELS,
    /** Symbols between bars. */
    BARS,
    /** {@code '}, {@code `} and their kin. */
    SIGNS,
    /** The dot of a pair whose second part is no list. */
    DOTS;

    /** The ways in which it may be written. */
    Set<Style> styles() {
      Set<Style> styles = EnumSet.of(Style.SOURCE, Style.REFUSE);
      switch (this) {
        case STRINGS, CHARACTERS -> styles.add(Style.PLAIN);
        case NUMBERS -> styles.add(Style.INTEGERS);
        case VECTORS -> styles.addAll(Set.of(Style.QUOTED, Style.SQUARE));
        case BYTEVECTORS -> styles.add(Style.VU8);
        case SIGNS -> styles.add(Style.SPELLED);
        case BARS -> styles.add(Style.HEX);
        case LABELS, DOTS -> {}
      }
      return styles;
    }

    /** The key in a map's file. */
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A way of writing. */
  enum Style {
    /** As in the source. */
    SOURCE,
    /** Not at all. */
    REFUSE,
    /**
     * Without escapes other than of backslash and quote; characters by one sign or a known name.
     */
    PLAIN,
    /** Exact integers in decimal, and no other numbers. */
    INTEGERS,
    /** With a quote sign where it stands as an expression. */
    QUOTED,
    /** {@code [a b]}. */
    SQUARE,
    /** {@code #vu8(1 2)}. */
    VU8,
    /** In full, {@code (quote x)}. */
    SPELLED,
    /** With escapes instead of bars, {@code a\\x20;b} (R6RS 4.2.4). */
    HEX;

    /** The word in a map's file. */
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Copies the maps. */
  Literals {
    inCode = Map.copyOf(inCode);
    inData = Map.copyOf(inData);
    styles = Map.copyOf(styles);
    characterNames = Map.copyOf(characterNames);
  }

  Style style(Kind kind) {
    return styles.getOrDefault(kind, Style.SOURCE);
  }

  /** The words that stand for literals in programs. */
  Set<String> words() {
    Set<String> words = new HashSet<>();
    inCode.values().forEach(text -> words.addAll(TextTemplate.words(text)));
    return words;
  }
}
