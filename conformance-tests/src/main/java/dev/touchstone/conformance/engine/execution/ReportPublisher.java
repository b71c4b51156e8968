package dev.touchstone.conformance.engine.execution;

import dev.touchstone.reports.model.RunReport;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes reports of another kind beside Touchstone's own, whenever a run has a directory for
 * reports. Found by {@link java.util.ServiceLoader}.
 */
public interface ReportPublisher {
  /**
   * Writes the report.
   *
   * @param directory where the run's reports go; it exists
   * @throws IOException if it cannot be written; the message is one sentence
   */
  void publish(RunReport report, Path directory) throws IOException;
}
