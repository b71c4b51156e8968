package dev.touchstone.conformance.cli;

import dev.touchstone.reports.ConsoleTable;
import dev.touchstone.reports.Summary;
import dev.touchstone.reports.VisibleText;
import dev.touchstone.reports.model.CaseReport;
import dev.touchstone.reports.model.RunReport;
import dev.touchstone.reports.model.SubjectReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The end of a run: what failed, the table, the numbers, where the report is, the exit code. */
final class Closing {
  private static final int SCREEN = 20;
  private static final String RED = "\u001b[31m";
  private static final String OFF = "\u001b[0m";

  private final Terminal terminal;
  private final RunReport report;
  private final Optional<Path> page;

  Closing(Terminal terminal, RunReport report, Optional<Path> page) {
    this.terminal = terminal;
    this.report = report;
    this.page = page;
  }

  /** Prints it and says how the command ends. */
  int print() {
    printFailures();
    terminal.out().println();
    terminal
        .out()
        .print(
            ConsoleTable.render(
                Summary.of(report),
                new ConsoleTable.Style(terminal.width(), terminal.lines(), terminal.colours())));
    long passed = count("pass");
    long skipped = count("unsupported");
    long failed = results().size() - passed - skipped;
    terminal.out().println();
    page.ifPresent(path -> terminal.out().println("report: " + shown(path)));
    terminal
        .out()
        .printf("touchstone: %d passed, %d failed, %d skipped%n", passed, failed, skipped);
    return exitCode(passed, failed);
  }

  private int exitCode(long passed, long failed) {
    if (count("not-run") > 0) {
      return ExitCode.WRONG_USE;
    }
    if (failed > 0) {
      return ExitCode.FAILURES;
    }
    if (passed == 0) {
      terminal
          .err()
          .println("touchstone: no case was run: all that were selected are unsupported.");
      return ExitCode.NOTHING;
    }
    return ExitCode.OK;
  }

  private void printFailures() {
    List<String> lines = new ArrayList<>();
    for (SubjectReport subject : report.subjects()) {
      Map<String, Long> together = notRun(subject);
      together.forEach((reason, cases) -> lines.add(line(subject, reason, cases)));
      for (CaseReport result : subject.results()) {
        if (!acceptable(result) && !together.containsKey(result.reason())) {
          lines.add(line(subject, result));
        }
      }
    }
    if (!lines.isEmpty()) {
      terminal.out().println();
    }
    lines.stream().limit(SCREEN).forEach(terminal.out()::println);
    if (lines.size() > SCREEN) {
      terminal.out().printf("... and %d more: see report%n", lines.size() - SCREEN);
    }
  }

  private static boolean acceptable(CaseReport result) {
    return result.verdict().equals("pass") || result.verdict().equals("unsupported");
  }

  /** How many cases were not run for a reason that they share: of them one line is enough. */
  private static Map<String, Long> notRun(SubjectReport subject) {
    Map<String, Long> cases =
        subject.results().stream()
            .filter(result -> result.verdict().equals("not-run"))
            .collect(
                Collectors.groupingBy(
                    CaseReport::reason, LinkedHashMap::new, Collectors.counting()));
    cases.values().removeIf(count -> count == 1);
    return cases;
  }

  private String line(SubjectReport subject, String reason, long cases) {
    String text = " %d cases [%s]: %s".formatted(cases, subject.name(), reason);
    return (terminal.colours() ? RED + "not-run" + OFF : "not-run") + VisibleText.line(text);
  }

  private String line(SubjectReport subject, CaseReport result) {
    String mark = result.verdict();
    String where = report.subjects().size() > 1 ? " [" + subject.name() + "]" : "";
    String text = " " + result.id() + where + detail(result);
    return (terminal.colours() ? RED + mark + OFF : mark)
        + cut(VisibleText.line(text), Math.max(terminal.width(), 60) * 2);
  }

  private static String detail(CaseReport result) {
    String reason = result.reason().isEmpty() ? "" : ": " + result.reason();
    boolean short1 = !result.expected().isEmpty() && !result.expected().contains("\n");
    boolean short2 = !result.actual().isEmpty() && !result.actual().contains("\n");
    return short1 && short2
        ? reason + " (expected " + result.expected() + "; got " + result.actual() + ")"
        : reason;
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 3) + "...";
  }

  private String shown(Path path) {
    return path.startsWith(terminal.directory())
        ? terminal.directory().relativize(path).toString()
        : path.toString();
  }

  private long count(String verdict) {
    return results().stream().filter(result -> result.verdict().equals(verdict)).count();
  }

  private List<CaseReport> results() {
    return report.subjects().stream().flatMap(subject -> subject.results().stream()).toList();
  }
}
