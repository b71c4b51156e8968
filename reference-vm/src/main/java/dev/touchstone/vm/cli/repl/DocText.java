package dev.touchstone.vm.cli.repl;

import java.util.regex.Pattern;

/** Shows what is known of a name. */
final class DocText {
  private static final int MOST_WIDTH = 100;
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");

  private final Screen screen;

  DocText(Screen screen) {
    this.screen = screen;
  }

  /** Shows a name's library, rules and example. */
  void show(Docs.Doc doc) {
    screen.line(screen.paint(Paint.HEADING, doc.name()) + "  " + doc.library());
    doc.clauses().forEach(this::clause);
    Docs.Example example = doc.example();
    if (example != null) {
      screen.line("  Example:");
      screen.line(example.program().strip().indent(4).stripTrailing());
      screen.line("    " + screen.paint(Paint.ARROW, "=> ") + example.value());
    }
  }

  private void clause(Docs.Clause clause) {
    screen.line("  " + screen.paint(Paint.HEADING, clause.id()));
    StringBuilder line = new StringBuilder();
    int room = Math.min(MOST_WIDTH, screen.width()) - 5;
    for (String word : plain(clause.text()).split("\\s+", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
        screen.line("    " + line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    screen.line("    " + line);
  }

  /** Without what Markdown needs and a reader of plain text does not. */
  private static String plain(String markdown) {
    return LINK.matcher(markdown).replaceAll("$1").replace("`", "").replace("**", "").strip();
  }
}
