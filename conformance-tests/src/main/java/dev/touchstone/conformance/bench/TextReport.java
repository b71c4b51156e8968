package dev.touchstone.conformance.bench;

import dev.touchstone.conformance.bench.BenchReport.Entry;
import dev.touchstone.conformance.bench.BenchReport.Row;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The report as a table for a terminal. */
public final class TextReport {
  private static final int PROGRAM = 10;
  private static final int TIME = 14;
  private static final int RATIO = 8;

  /** Times whose middle half is spread wider than this part of the median are marked. */
  private static final double UNSTEADY = 0.1;

  private final BenchReport report;
  private final int width;
  private final StringBuilder out = new StringBuilder();

  private TextReport(BenchReport report, int width) {
    this.report = report;
    this.width = width;
  }

  /**
   * The whole report; every line ends in a line feed.
   *
   * @param width columns; the others are put below one another where they do not fit side by side
   */
  public static String render(BenchReport report, int width) {
    return new TextReport(report, width).render();
  }

  private String render() {
    method();
    int side = Math.max(1, (width - PROGRAM - TIME) / (TIME + RATIO));
    List<Entry> others = report.others();
    for (int from = 0; from == 0 || from < others.size(); from += side) {
      table(others.subList(from, Math.min(others.size(), from + side)));
    }
    failures();
    report.machine().warnings().forEach(warning -> line("warning: " + warning + "."));
    if (report.plan().rounds() < Plan.ENOUGH_ROUNDS) {
      line("warning: fewer than " + Plan.ENOUGH_ROUNDS + " rounds are not worth comparing.");
    }
    return out.toString();
  }

  private void method() {
    Plan plan = report.plan();
    line(
        "%s time of one run, median of %d rounds; after %s in the same process; without start-up"
            .formatted(
                plan.clock() == Clock.WALL ? "wall" : "processor",
                plan.rounds(),
                plan.warmUp() == 1 ? "1 warm-up run" : plan.warmUp() + " warm-up runs"));
    MachineState machine = report.machine();
    line(
        String.format(
            Locale.ROOT,
            "%s, %d processors, load %.2f before and %.2f after",
            machine.system(),
            machine.processors(),
            machine.loadBefore(),
            machine.loadAfter()));
    for (Entry entry : report.participants()) {
      line(
          "%s: %s%s"
              .formatted(
                  entry.name(),
                  entry.title(),
                  entry.version().isEmpty() ? "" : " (" + entry.version() + ")"));
    }
    line("");
  }

  private void table(List<Entry> others) {
    out.append(left("", PROGRAM)).append(right(report.first().name(), TIME));
    for (Entry other : others) {
      out.append(right(shortened(other.name()), TIME)).append(right("ratio", RATIO));
    }
    line("");
    for (Row row : report.rows()) {
      out.append(left(row.program(), PROGRAM)).append(right(cell(row, report.first()), TIME));
      for (Entry other : others) {
        out.append(right(cell(row, other), TIME)).append(ratio(report.ratio(row, other.name())));
      }
      line("");
    }
    out.append(left("mean", PROGRAM)).append(" ".repeat(TIME));
    for (Entry other : others) {
      String of = "of " + report.ratios(other.name()).size();
      out.append(right(of, TIME)).append(ratio(report.geometricMean(other.name())));
    }
    line("");
    out.append(left("start-up", PROGRAM)).append(right(text(report.first().startUp()), TIME));
    for (Entry other : others) {
      out.append(right(text(other.startUp()), TIME)).append(" ".repeat(RATIO));
    }
    line("\n");
  }

  private void failures() {
    for (Row row : report.rows()) {
      for (Entry entry : report.participants()) {
        row.failure(entry.name())
            .ifPresent(
                failure ->
                    line(
                        "%s on %s: %s: %s"
                            .formatted(
                                row.program(),
                                entry.name(),
                                failure.kind().label(),
                                failure.detail())));
      }
    }
  }

  private static String cell(Row row, Entry entry) {
    Measurement result = row.results().get(entry.name());
    return result == null ? "" : text(result);
  }

  private static String text(Measurement measurement) {
    return switch (measurement) {
      case Measurement.Times times ->
          seconds(times.median()) + (times.spread() > UNSTEADY ? " ~" : "");
      case Measurement.Failed(Failure failure) -> failure.kind().label();
    };
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f s", seconds);
  }

  private static String ratio(OptionalDouble ratio) {
    return right(
        ratio.isEmpty() ? "-" : String.format(Locale.ROOT, "%.2f", ratio.getAsDouble()), RATIO);
  }

  private static String shortened(String name) {
    return name.length() < TIME ? name : name.substring(0, TIME - 3) + "..";
  }

  private static String left(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - text.length()));
  }

  private static String right(String text, int columns) {
    return " ".repeat(Math.max(1, columns - text.length())) + text;
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
