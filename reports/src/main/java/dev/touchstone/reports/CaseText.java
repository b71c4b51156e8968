package dev.touchstone.reports;

import dev.touchstone.reports.model.CaseReport;
import dev.touchstone.reports.model.CaseReport.RunInfo;
import java.util.List;

/** A result as plain text, for reports that show a failure as one block. */
public final class CaseText {
  private CaseText() {}

  /**
   * Why, where, program, expected, actual, what was checked, and the runs; empty parts are left
   * out.
   *
   * @param limit the most characters of any one part
   */
  public static String of(CaseReport result, int limit) {
    StringBuilder out = new StringBuilder();
    if (!result.reason().isEmpty()) {
      out.append(VisibleText.cut(result.reason(), limit)).append('\n');
    }
    out.append("at ").append(result.file()).append(':').append(result.line()).append('\n');
    part(out, "program", result.program(), limit);
    part(out, "expected", result.expected(), limit);
    part(out, "actual", result.actual(), limit);
    list(out, "clauses", result.clauses());
    list(out, "checked", result.checked());
    list(out, "unchecked", result.unchecked());
    result.runs().forEach(run -> run(out, run, limit));
    return out.toString();
  }

  private static void run(StringBuilder out, RunInfo run, int limit) {
    String bindings = run.bindings().isEmpty() ? "" : " " + run.bindings();
    out.append("run").append(bindings).append(": ").append(run.outcome());
    out.append(" (").append(run.milliseconds()).append(" ms");
    if (run.exitCode() != null) {
      out.append(", exit code ").append(run.exitCode());
    }
    out.append(")\n");
    list(out, "command", run.command().isEmpty() ? List.of() : List.of(command(run)));
    part(out, "output", run.output(), limit);
    part(out, "end of the error stream", run.diagnostics(), limit);
  }

  /** The command line as one text, arguments with spaces in quotes; empty in process. */
  public static String command(RunInfo run) {
    return String.join(" ", run.command().stream().map(CaseText::quote).toList());
  }

  private static String quote(String argument) {
    boolean plain = argument.matches("[\\w@%+=:,./-]+");
    return plain ? argument : "'" + argument.replace("'", "'\\''") + "'";
  }

  private static void part(StringBuilder out, String title, String text, int limit) {
    if (!text.isEmpty()) {
      out.append(title).append(":\n");
      VisibleText.cut(text, limit).lines().forEach(l -> out.append("  ").append(l).append('\n'));
    }
  }

  private static void list(StringBuilder out, String title, List<String> items) {
    if (!items.isEmpty()) {
      out.append(title).append(": ").append(String.join(", ", items)).append('\n');
    }
  }
}
