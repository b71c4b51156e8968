package dev.touchstone.conformance.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId.Segment;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Shows how far a run is: a bar on a terminal, elsewhere a line for each finished chapter. */
final class Progress implements TestExecutionListener, AutoCloseable {
  private final Terminal terminal;
  private final Optional<ProgressBar> bar;
  private final boolean quiet;
  private final Map<String, int[]> counts = new ConcurrentHashMap<>();
  private String fault = "";
  private int failed;

  /**
   * Shows a run.
   *
   * @param quiet whether no line may be printed for a finished chapter
   */
  Progress(Terminal terminal, int cases, boolean quiet) {
    this.terminal = terminal;
    this.quiet = quiet;
    this.bar = terminal.interactive() ? Optional.of(bar(terminal, cases)) : Optional.empty();
  }

  private static ProgressBar bar(Terminal terminal, int cases) {
    return new ProgressBarBuilder()
        .setTaskName("cases")
        .setInitialMax(cases)
        .setStyle(terminal.lines() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(100)
        .clearDisplayOnFinish()
        .hideEta()
        .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.width() - 1))
        .build();
  }

  /** What made the run as a whole fail; empty if nothing did. */
  String fault() {
    return fault;
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    count(test, 2);
  }

  @Override
  public void executionFinished(TestIdentifier node, TestExecutionResult result) {
    boolean good = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
    if (node.isTest()) {
      count(node, good ? 0 : 1);
    } else if (!good) {
      fault = result.getThrowable().map(Throwable::getMessage).orElse("stopped");
    } else if (bar.isEmpty()
        && !quiet
        && node.getUniqueIdObject().getLastSegment().getType().equals("chapter")) {
      printChapter(node);
    }
  }

  private void count(TestIdentifier test, int kind) {
    counts.computeIfAbsent(chapterOf(test), chapter -> new int[3])[kind]++;
    failed += kind == 1 ? 1 : 0;
    bar.ifPresent(
        shown -> {
          shown.step();
          if (failed > 0) {
            shown.setExtraMessage(failed + " failed");
          }
        });
  }

  private void printChapter(TestIdentifier chapter) {
    String name = chapterOf(chapter);
    int[] count = counts.getOrDefault(name, new int[3]);
    terminal
        .out()
        .printf("%-32s %4d passed %4d failed %4d skipped%n", name, count[0], count[1], count[2]);
  }

  /** The chapter's name, after its subject's where there are several. */
  private static String chapterOf(TestIdentifier node) {
    return node.getUniqueIdObject().getSegments().stream()
        .filter(each -> each.getType().equals("subject") || each.getType().equals("chapter"))
        .map(Segment::getValue)
        .reduce((subject, chapter) -> subject + " " + chapter)
        .orElse("");
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
