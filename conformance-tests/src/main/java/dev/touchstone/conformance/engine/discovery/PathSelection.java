package dev.touchstone.conformance.engine.discovery;

import dev.touchstone.conformance.corpus.TestCase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.discovery.ClasspathResourceSelector;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.support.discovery.DiscoveryIssueReporter;

/** The cases that directories, files and resources hold. A line selects the case around it. */
final class PathSelection {
  private final DiscoveryIssueReporter issues;

  PathSelection(DiscoveryIssueReporter issues) {
    this.issues = issues;
  }

  List<TestCase> below(DirectorySelector selector, Catalog catalog) {
    Path directory = real(selector.getPath());
    List<TestCase> found = inFiles(catalog, path -> path.startsWith(directory));
    if (found.isEmpty()) {
      warn("No wanted case of the corpora in use stands below " + directory);
    }
    return found;
  }

  List<TestCase> in(FileSelector selector, Catalog catalog) {
    Path file = real(selector.getPath());
    List<TestCase> found = around(inFiles(catalog, file::equals), selector.getPosition());
    if (found.isEmpty() && file.toString().matches(".*\\.(yaml|md)")) {
      warn(
          "No wanted case of the corpora in use stands in "
              + file
              + selector.getPosition().map(position -> ":" + position.getLine()).orElse(""));
    }
    return found;
  }

  List<TestCase> in(ClasspathResourceSelector selector, Catalog catalog) {
    String name = selector.getClasspathResourceName();
    return around(
        catalog.cases().stream()
            .filter(testCase -> name.endsWith("/" + testCase.position().file()))
            .toList(),
        selector.getPosition());
  }

  private static List<TestCase> around(List<TestCase> cases, Optional<FilePosition> position) {
    if (position.isEmpty()) {
      return cases;
    }
    int line = position.get().getLine();
    return cases.stream()
        .filter(testCase -> testCase.position().line() <= line)
        .max(Comparator.comparingInt(testCase -> testCase.position().line()))
        .stream()
        .toList();
  }

  private static List<TestCase> inFiles(Catalog catalog, Predicate<Path> wanted) {
    return catalog.cases().stream()
        .filter(
            testCase ->
                catalog.corpus().path(testCase.position()).map(PathSelection::real).stream()
                    .anyMatch(wanted))
        .toList();
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException absent) {
      return path.toAbsolutePath().normalize();
    }
  }

  private void warn(String message) {
    issues.reportIssue(DiscoveryIssue.create(Severity.WARNING, message));
  }
}
