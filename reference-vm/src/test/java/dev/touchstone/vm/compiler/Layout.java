package dev.touchstone.vm.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Breaks the text of Core expressions into lines of a width. */
final class Layout {
  private static final Set<String> WITH_FIRST_PART =
      Set.of("define", "set!", "if", "lambda", "let", "letrec", "letrec*", "fix", "locations");

  private final String text;
  private final int width;
  private int next;

  private Layout(String text, int width) {
    this.text = text;
    this.width = width;
  }

  /** A list, or something that is kept whole. */
  private record Part(String text, List<Part> items) {}

  /** The expression in lines, of which the second and later ones are indented. */
  static String lines(String expression, int indent, int width) {
    Layout layout = new Layout(expression, width);
    return layout.lines(layout.part(), indent);
  }

  private Part part() {
    int start = next;
    List<Part> items = new ArrayList<>();
    if (text.charAt(next) == '(') {
      next++;
      while (text.charAt(next) != ')') {
        items.add(part());
        next += text.charAt(next) == ' ' ? 1 : 0;
      }
      next++;
    } else {
      whole();
    }
    return new Part(text.substring(start, next), items);
  }

  /** A name or a constant, in which parentheses and strings are passed over. */
  private void whole() {
    int open = 0;
    boolean string = false;
    while (next < text.length() && (open > 0 || string || " )".indexOf(text.charAt(next)) < 0)) {
      char c = text.charAt(next);
      string ^= c == '"';
      open += string ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      next++;
    }
  }

  private String lines(Part part, int indent) {
    if (part.items().isEmpty() || indent + part.text().length() <= width) {
      return part.text();
    }
    StringBuilder out = new StringBuilder("(");
    String head = part.items().getFirst().text();
    boolean form = part.items().getFirst().items().isEmpty();
    out.append(lines(part.items().getFirst(), indent + 1));
    int rest = 1;
    if (WITH_FIRST_PART.contains(head) && part.items().size() > 1) {
      out.append(' ').append(lines(part.items().get(1), indent + head.length() + 2));
      rest = 2;
    }
    for (Part item : part.items().subList(rest, part.items().size())) {
      int column = indent + (form ? 2 : 1);
      out.append('\n').append(" ".repeat(column)).append(lines(item, column));
    }
    return out.append(')').toString();
  }
}
