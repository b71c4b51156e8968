package dev.touchstone.conformance.explain.shrink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program or a part of it, as data; without places and comments. Immutable. */
public sealed interface Tree {
  /**
   * A datum without parts.
   *
   * @param text how it is written
   * @param type what it is
   */
  record Leaf(String text, AtomType type) implements Tree {}

  /** The types of atoms, as far as they are treated differently. */
  enum AtomType {
    SYMBOL,
    INTEGER,
    STRING,
    CHARACTER,
    OTHER
  }

  /** A datum with parts. */
  record Branch(Shape shape, List<Tree> items) implements Tree {
    /** Copies the items. */
    public Branch {
      items = List.copyOf(items);
    }
  }

  /** How the parts of a branch are held together. */
  enum Shape {
    /** The forms of a whole program. */
    PROGRAM,
    LIST,
    /** A list whose last part stands after a dot. */
    DOTTED,
    VECTOR
  }

  /** A list of these parts; without any, the empty list. */
  static Tree list(List<Tree> items) {
    return new Branch(Shape.LIST, items);
  }

  /** A symbol. */
  static Tree symbol(String name) {
    return new Leaf(name, AtomType.SYMBOL);
  }

  /** Its parts; none of a leaf. */
  default List<Tree> items() {
    return switch (this) {
      case Leaf leaf -> List.of();
      case Branch branch -> branch.items();
    };
  }

  /**
   * The number of its nodes: atoms, lists and vectors count one each, the sign of an abbreviation
   * such as {@code 'x} too; a program itself does not.
   */
  default int nodes() {
    int own = this instanceof Branch(Shape shape, var _) && shape == Shape.PROGRAM ? 0 : 1;
    boolean quoted = isQuote();
    return items().stream().mapToInt(Tree::nodes).sum() + (quoted ? 0 : own);
  }

  /** Whether it is {@code (quote datum)}. */
  default boolean isQuote() {
    return isListOf("quote") && items().size() == 2;
  }

  /** Whether it is a list that begins with that symbol. */
  default boolean isListOf(String head) {
    return this instanceof Branch(Shape shape, List<Tree> items)
        && shape == Shape.LIST
        && !items.isEmpty()
        && items.getFirst().isSymbol(head);
  }

  /** Whether it is that symbol. */
  default boolean isSymbol(String name) {
    return symbol().filter(name::equals).isPresent();
  }

  /** Its name as it is written, if it is a symbol. */
  default Optional<String> symbol() {
    return this instanceof Leaf(String text, AtomType type) && type == AtomType.SYMBOL
        ? Optional.of(text)
        : Optional.empty();
  }

  /** Whether it denotes itself, so that it can stand in several places: no list, no symbol. */
  default boolean isConstant() {
    return isQuote() || (this instanceof Leaf && symbol().isEmpty());
  }

  /** The same branch with other parts. */
  default Tree with(List<Tree> items) {
    return switch (this) {
      case Leaf leaf -> leaf;
      case Branch(Shape shape, var _) when shape == Shape.DOTTED && items.size() < 2 ->
          new Branch(Shape.LIST, items);
      case Branch(Shape shape, var _) -> new Branch(shape, items);
    };
  }

  /** The same branch with another part in the place of one. */
  default Tree with(int index, Tree part) {
    List<Tree> parts = new ArrayList<>(items());
    parts.set(index, part);
    return with(parts);
  }

  /** The same branch without some parts; what is left of a dotted list may be a proper one. */
  default Tree without(int from, int to) {
    List<Tree> parts = new ArrayList<>(items());
    parts.subList(from, to).clear();
    boolean tailGone =
        this instanceof Branch(Shape shape, var items)
            && shape == Shape.DOTTED
            && to == items.size();
    return tailGone ? list(parts) : with(parts);
  }

  /** All parts of it, itself among them, each before its own. */
  default Stream<Tree> all() {
    return Stream.concat(Stream.of(this), items().stream().flatMap(Tree::all));
  }

  /** How often that symbol stands in it. */
  default long uses(String name) {
    return all().filter(part -> part.isSymbol(name)).count();
  }

  /** The same tree with another in the place of a symbol; quoted data stay. */
  default Tree replace(String name, Tree by) {
    if (isSymbol(name)) {
      return by;
    }
    return isQuote() ? this : with(items().stream().map(each -> each.replace(name, by)).toList());
  }
}
