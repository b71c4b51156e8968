package dev.touchstone.reports;

import dev.touchstone.reports.Summary.SubjectSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The summary as text for a terminal: a table per rung and one per chapter, subjects side by side,
 * every score with its denominator, and a line of verdicts for each subject.
 */
public final class ConsoleTable {
  private static final int CELL = 24;
  private static final int NUMBERS = 22;
  private static final String CELLS = "%6s / %-5s %7s";
  private static final String NUMBER_HEADS = CELLS.formatted("passed", "of", "unsupp.");
  private static final int LEAST_LABEL = 10;
  private static final String RED = "\u001b[31m";
  private static final String GREEN = "\u001b[32m";
  private static final String BOLD = "\u001b[1m";
  private static final String OFF = "\u001b[0m";

  private final Summary summary;
  private final Style style;

  private ConsoleTable(Summary summary, Style style) {
    this.summary = summary;
    this.style = style;
  }

  /**
   * How the table looks.
   *
   * @param width columns, at least 40
   * @param lines whether lines may be drawn with characters beyond ASCII
   * @param colours whether scores are coloured by ANSI sequences
   */
  public record Style(int width, boolean lines, boolean colours) {
    /** Plain ASCII in 100 columns. */
    public static final Style PLAIN = new Style(100, false, false);

    /** Checks the width. */
    public Style {
      if (width < 40) {
        throw new IllegalArgumentException("A table needs 40 columns: " + width);
      }
    }
  }

  /** The tables, ending in a line feed. */
  public static String render(Summary summary, Style style) {
    return new ConsoleTable(summary, style).render();
  }

  private String render() {
    StringBuilder out = new StringBuilder();
    table(out, "Rung", summary.rungs(), SubjectSummary::rung);
    table(out, "Chapter", summary.chapters(), SubjectSummary::chapter);
    for (SubjectSummary subject : summary.subjects()) {
      out.append(verdicts(subject)).append('\n');
    }
    return out.toString();
  }

  private void table(
      StringBuilder out,
      String heading,
      List<String> rows,
      BiFunction<SubjectSummary, String, Tally> tally) {
    int label = labelWidth(rows);
    int side = Math.max(1, (style.width() - label) / CELL);
    List<SubjectSummary> subjects = summary.subjects();
    for (int from = 0; from < subjects.size(); from += side) {
      List<SubjectSummary> block = subjects.subList(from, Math.min(from + side, subjects.size()));
      head(out, heading, label, block);
      for (String row : rows) {
        out.append(fit(rowName(row), label));
        block.forEach(subject -> out.append("  ").append(score(tally.apply(subject, row))));
        out.append('\n');
      }
      rule(out, label, block.size());
      out.append(fit("all", label));
      block.forEach(subject -> out.append("  ").append(score(subject.total())));
      out.append("\n\n");
    }
  }

  private int labelWidth(List<String> rows) {
    int longest = rows.stream().mapToInt(row -> rowName(row).length()).max().orElse(0);
    return Math.min(Math.max(longest, LEAST_LABEL), style.width() - CELL);
  }

  private void head(StringBuilder out, String heading, int label, List<SubjectSummary> block) {
    out.append(paint(BOLD, fit(heading, label)));
    for (SubjectSummary subject : block) {
      out.append("  ").append(paint(BOLD, right(subject.title(), NUMBERS)));
    }
    out.append('\n').append(" ".repeat(label));
    block.forEach(subject -> out.append("  ").append(NUMBER_HEADS));
    out.append('\n');
    rule(out, label, block.size());
  }

  private void rule(StringBuilder out, int label, int cells) {
    out.append((style.lines() ? "─" : "-").repeat(label + cells * CELL)).append('\n');
  }

  private String score(Tally tally) {
    if (tally.total() == 0) {
      return right(style.lines() ? "–" : "-", NUMBERS);
    }
    String text = CELLS.formatted(tally.passed(), tally.applicable(), tally.unsupported());
    if (tally.clean()) {
      return paint(GREEN, text);
    }
    return tally.failing() > 0 ? paint(RED, text) : text;
  }

  private String verdicts(SubjectSummary subject) {
    Tally total = subject.total();
    List<String> parts = new ArrayList<>();
    for (VerdictKind kind : VerdictKind.values()) {
      if (total.of(kind) > 0) {
        parts.add(total.of(kind) + " " + kind.id());
      }
    }
    String head =
        "%s: %d %s"
            .formatted(
                shorten(subject.title(), style.width() / 2),
                total.total(),
                total.total() == 1 ? "case" : "cases");
    return wrap(head, parts);
  }

  /** Head and parts in lines of the width; a part is never broken. */
  private String wrap(String head, List<String> parts) {
    StringBuilder out = new StringBuilder(head);
    int column = head.length();
    String separator = ": ";
    for (String part : parts) {
      boolean breaks = column + separator.length() + part.length() + 1 > style.width();
      String glue = breaks ? separator.strip() + "\n  " : separator;
      out.append(glue).append(part);
      column = (breaks ? 2 : column + separator.length()) + part.length();
      separator = ", ";
    }
    return out.toString();
  }

  private static String rowName(String row) {
    return row.equals(Summary.NO_RUNG) ? "(no rung)" : VisibleText.line(row);
  }

  private String paint(String code, String text) {
    return style.colours() ? code + text + OFF : text;
  }

  private static String fit(String text, int width) {
    String cut = shorten(text, width);
    return cut + " ".repeat(width - cut.length());
  }

  private static String right(String text, int width) {
    String cut = shorten(text, width);
    return " ".repeat(width - cut.length()) + cut;
  }

  private static String shorten(String text, int width) {
    String line = VisibleText.line(text);
    return line.length() <= width ? line : line.substring(0, width - 2) + "..";
  }
}
