package dev.touchstone.conformance.explain.shrink;

import dev.touchstone.conformance.explain.shrink.Tree.AtomType;
import dev.touchstone.conformance.explain.shrink.Tree.Branch;
import dev.touchstone.conformance.explain.shrink.Tree.Leaf;
import dev.touchstone.conformance.explain.shrink.Tree.Shape;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Bignum;
import dev.touchstone.vm.value.Char;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trees from texts and texts from trees. */
public final class TreeText {
  /** A program nested deeper is not read: the walks over trees recurse. */
  private static final int DEEPEST = 400;

  private static final int WIDTH = 80;

  private static final Map<String, String> ABBREVIATIONS =
      Map.of("quote", "'", "quasiquote", "`", "unquote", ",", "unquote-splicing", ",@");

  private TreeText() {}

  /** The tree of a program; empty if it is no sequence of data, or nested too deep. */
  public static Optional<Tree> read(String program) {
    try {
      List<Syntax> forms = DatumReader.readAll(Source.of("main.scm", program));
      return forms.stream().anyMatch(form -> isDeep(form, DEEPEST))
          ? Optional.empty()
          : Optional.of(new Branch(Shape.PROGRAM, forms.stream().map(TreeText::tree).toList()));
    } catch (DiagnosticException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean isDeep(Syntax form, int left) {
    return left == 0
        || switch (form) {
          case Syntax.ListForm list ->
              list.items().stream().anyMatch(item -> isDeep(item, left - 1));
          case Syntax.VectorForm vector ->
              vector.items().stream().anyMatch(item -> isDeep(item, left - 1));
          case Syntax.Labelled labelled -> isDeep(labelled.datum(), left - 1);
          case Syntax.Atom _, Syntax.LabelReference _ -> false;
        };
  }

  private static Tree tree(Syntax form) {
    return switch (form) {
      case Syntax.Atom(var datum, var span) -> leaf(datum, span.text());
      case Syntax.ListForm(var items, var tail, var _) -> {
        List<Tree> parts = new ArrayList<>(items.stream().map(TreeText::tree).toList());
        if (tail != null) {
          parts.add(tree(tail));
        }
        yield new Branch(tail == null ? Shape.LIST : Shape.DOTTED, parts);
      }
      case Syntax.VectorForm(var items, var _) ->
          new Branch(Shape.VECTOR, items.stream().map(TreeText::tree).toList());
      case Syntax.Labelled labelled -> new Leaf(labelled.span().text(), AtomType.OTHER);
      case Syntax.LabelReference reference -> new Leaf(reference.span().text(), AtomType.OTHER);
    };
  }

  /** A datum without parts, as it is written by default. */
  static Leaf leaf(Value datum) {
    return leaf(datum, Printer.write(datum));
  }

  /** A datum without parts as it stands in a text; the sign of an abbreviation gets its name. */
  private static Leaf leaf(Value datum, String text) {
    AtomType type =
        switch (datum) {
          case Symbol _ -> AtomType.SYMBOL;
          case Fixnum _, Bignum _ -> AtomType.INTEGER;
          case Str _ -> AtomType.STRING;
          case Char _ -> AtomType.CHARACTER;
          default -> AtomType.OTHER;
        };
    boolean sign = datum instanceof Symbol && ABBREVIATIONS.containsValue(text);
    return new Leaf(sign ? Printer.write(datum) : text, type);
  }

  /** An expression whose value is that datum. */
  static Tree constant(Tree datum) {
    boolean plain = datum instanceof Leaf && datum.symbol().isEmpty();
    return plain ? datum : Tree.list(List.of(Tree.symbol("quote"), datum));
  }

  /** On one line, the forms of a program on a line each. */
  public static String flat(Tree tree) {
    return switch (tree) {
      case Leaf(String text, var _) -> text;
      case Branch(Shape shape, List<Tree> items) -> {
        List<String> texts = items.stream().map(TreeText::flat).toList();
        yield switch (shape) {
          case PROGRAM -> String.join("\n", texts);
          case LIST ->
              abbreviation(tree)
                  .map(sign -> sign + texts.getLast())
                  .orElseGet(() -> "(" + String.join(" ", texts) + ")");
          case VECTOR -> "#(" + String.join(" ", texts) + ")";
          case DOTTED ->
              "("
                  + String.join(" ", texts.subList(0, texts.size() - 1))
                  + " . "
                  + texts.getLast()
                  + ")";
        };
      }
    };
  }

  private static Optional<String> abbreviation(Tree tree) {
    return tree.items().size() == 2
        ? tree.items().getFirst().symbol().map(ABBREVIATIONS::get)
        : Optional.empty();
  }

  /** With line breaks: what does not fit into a line has its parts below one another. */
  public static String pretty(Tree tree) {
    if (tree instanceof Branch(Shape shape, List<Tree> items) && shape == Shape.PROGRAM) {
      return String.join("\n", items.stream().map(item -> pretty(item, 0)).toList());
    }
    return pretty(tree, 0);
  }

  private static String pretty(Tree tree, int indent) {
    String flat = flat(tree);
    boolean fits = indent + flat.length() <= WIDTH;
    if (fits || tree.items().size() < 2 || !(tree instanceof Branch(Shape shape, var items))) {
      return flat;
    }
    if (shape != Shape.LIST || abbreviation(tree).isPresent()) {
      return flat;
    }
    // The operator, and the name or test of a form, stay on the first line.
    int kept = items.getFirst().symbol().isPresent() && flat(items.get(1)).length() < 30 ? 2 : 1;
    StringBuilder text = new StringBuilder("(");
    text.append(String.join(" ", items.subList(0, kept).stream().map(TreeText::flat).toList()));
    for (Tree item : items.subList(kept, items.size())) {
      text.append("\n").append(" ".repeat(indent + 2)).append(pretty(item, indent + 2));
    }
    return text.append(")").toString();
  }
}
