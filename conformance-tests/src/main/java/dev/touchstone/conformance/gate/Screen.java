package dev.touchstone.conformance.gate;

import dev.touchstone.reports.VisibleText;
import dev.touchstone.reports.model.CaseReport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What the gate says, in a screen of 24 lines of 100 columns (GATE-14). */
public final class Screen {
  /** The most lines. */
  public static final int LINES = 24;

  /** The most columns. */
  public static final int COLUMNS = 100;

  /** How many cases are shown of a kind that fails nothing. */
  private static final int FEW = 3;

  private final Report report;
  private final Map<Rule, List<Finding>> groups = new EnumMap<>(Rule.class);
  private final List<String> lines = new ArrayList<>();

  /**
   * What there is to say.
   *
   * @param title the subject and its version
   * @param file the baseline's, as messages call it
   * @param cases how many cases were compared
   * @param notes sentences to say first
   * @param findings by rule
   * @param strict whether what is new fails the gate
   * @param again the command that runs a case again, by id
   */
  public record Report(
      String title,
      String file,
      int cases,
      List<String> notes,
      List<Finding> findings,
      boolean strict,
      UnaryOperator<String> again) {
    /** Whether the gate lets nothing through. */
    public boolean failed() {
      return findings.stream().anyMatch(finding -> finding.rule().fails(strict));
    }
  }

  private Screen(Report report) {
    this.report = report;
    report
        .findings()
        .forEach(
            finding ->
                groups.computeIfAbsent(finding.rule(), rule -> new ArrayList<>()).add(finding));
  }

  /** The lines. */
  public static List<String> of(Report report) {
    Screen screen = new Screen(report);
    screen.write();
    return screen.lines;
  }

  private void write() {
    lines.add(cut(report.title() + " against " + report.file(), COLUMNS));
    report.notes().forEach(note -> lines.add(cut("  " + note, COLUMNS)));
    List<String> first = first();
    writeGroups(LINES - lines.size() - first.size() - 1);
    lines.addAll(first);
    lines.add(cut("touchstone: " + closing(), COLUMNS));
  }

  private String closing() {
    String counts =
        groups.entrySet().stream()
            .filter(group -> !report.failed() || group.getKey().fails(report.strict()))
            .map(group -> group.getKey().counted(group.getValue().size()))
            .collect(Collectors.joining(", "));
    String cases = report.cases() == 1 ? "1 case" : report.cases() + " cases";
    if (report.failed()) {
      return "gate failed (" + cases + "): " + counts;
    }
    return "gate passed: " + cases + " as expected" + (counts.isEmpty() ? "" : "; " + counts);
  }

  private void writeGroups(int room) {
    Map<Rule, Integer> shown = shares(room - groups.size());
    groups.forEach(
        (rule, findings) -> {
          int count = shown.getOrDefault(rule, 0);
          boolean all = count == findings.size();
          String end = all || count == 0 ? (count == 0 ? "" : ":") : ", the first " + count + ":";
          lines.add("  " + rule.counted(findings.size()) + remark(rule) + end);
          findings.stream().limit(count).forEach(finding -> lines.add(line(finding)));
        });
  }

  private String remark(Rule rule) {
    return rule.fails(true) && !rule.fails(report.strict()) ? " (--strict would fail)" : "";
  }

  /** How many lines each group gets: in turn, one each, those that fail the gate first. */
  private Map<Rule, Integer> shares(int room) {
    Map<Rule, Integer> shares = new EnumMap<>(Rule.class);
    int left = share(shares, room, true, Integer.MAX_VALUE);
    share(shares, left, false, FEW);
    return shares;
  }

  private int share(Map<Rule, Integer> shares, int room, boolean failing, int most) {
    int left = room;
    boolean given = true;
    while (given) {
      given = false;
      for (Map.Entry<Rule, List<Finding>> group : groups.entrySet()) {
        int has = shares.getOrDefault(group.getKey(), 0);
        boolean wants = has < Math.min(most, group.getValue().size());
        if (left > 0 && wants && group.getKey().fails(report.strict()) == failing) {
          shares.put(group.getKey(), has + 1);
          left--;
          given = true;
        }
      }
    }
    return left;
  }

  private static String line(Finding finding) {
    String detail = finding.detail().isEmpty() ? "" : ": " + finding.detail();
    return cut("    " + VisibleText.line(finding.id() + detail), COLUMNS);
  }

  /** The first case that is to blame: where it stands, where it parts, how to run it again. */
  private List<String> first() {
    Optional<Finding> first =
        report.findings().stream()
            .filter(each -> each.rule().fails(report.strict()) && each.seen().isPresent())
            .findFirst();
    return first.map(finding -> about(finding.seen().orElseThrow().telling())).orElse(List.of());
  }

  private List<String> about(CaseReport result) {
    List<String> about = new ArrayList<>();
    String reason = result.reason().isEmpty() ? "" : ": " + result.reason();
    about.add(
        cut(VisibleText.line("first: " + result.id() + ": " + result.verdict() + reason), COLUMNS));
    about.add(cut("  at " + result.file() + ":" + result.line(), COLUMNS));
    if (!Kind.of(result).passes()) {
      about.addAll(Divergence.of(result, COLUMNS));
    }
    about.addAll(wrapped("  again: ", report.again().apply(result.id())));
    return about;
  }

  /** A command over several lines, broken before an option. */
  private static List<String> wrapped(String head, String command) {
    if (head.length() + command.length() <= COLUMNS) {
      return List.of(head + command);
    }
    String[] parts = command.split(" (?=--)", -1);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(head).append(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      if (line.length() + parts[i].length() + 3 > COLUMNS) {
        lines.add(line + " \\");
        line = new StringBuilder("    ").append(parts[i]);
      } else {
        line.append(' ').append(parts[i]);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 3) + "...";
  }
}
