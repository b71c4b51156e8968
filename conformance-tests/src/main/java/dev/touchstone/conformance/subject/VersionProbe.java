package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.subject.process.ChildProcess;
import dev.touchstone.conformance.subject.process.Launch;
import dev.touchstone.conformance.subject.process.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;

/** Asks an implementation for its version. */
final class VersionProbe {
  /** What stands in reports where there is no answer. */
  static final String UNKNOWN = "unknown";

  private static final Duration TIME = Duration.ofSeconds(10);
  private static final int LIMIT = 1 << 16;

  private VersionProbe() {}

  /** The version, or {@link #UNKNOWN}. */
  static String version(SubjectDescription description) {
    return description.version().map(v -> ask(description, v)).orElse(UNKNOWN);
  }

  private static String ask(
      SubjectDescription description, SubjectDescription.VersionCommand version) {
    CommandLine line = new CommandLine(description);
    try (Workspace workspace = Workspace.create()) {
      Path home = workspace.directory();
      List<String> command = line.resolved(version.command());
      Launch launch =
          new Launch(command, home, line.environment(home), LIMIT, Long.MAX_VALUE, TIME, "");
      Matcher matcher = version.pattern().matcher(printed(launch));
      return matcher.find() ? matcher.group(1) : UNKNOWN;
    } catch (IOException e) {
      return UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return UNKNOWN;
    }
  }

  private static String printed(Launch launch) throws IOException, InterruptedException {
    try (ChildProcess child = ChildProcess.start(launch, c -> {})) {
      child.closeInput();
      child.end(child.await());
      return child.output().text() + "\n" + child.errors().text();
    }
  }
}
