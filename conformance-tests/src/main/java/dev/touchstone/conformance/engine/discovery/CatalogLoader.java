package dev.touchstone.conformance.engine.discovery;

import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.conformance.corpus.Problem;
import dev.touchstone.conformance.engine.descriptor.RootDescriptor;
import dev.touchstone.conformance.engine.setup.LocatedCorpus;
import dev.touchstone.conformance.engine.setup.Settings;
import dev.touchstone.conformance.engine.setup.Workshop;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.engine.support.discovery.DiscoveryIssueReporter;

/**
 * Loads the catalog when a selector first needs it. What is wrong with it is reported once, as
 * discovery issues, and kept as the message of a fault.
 */
final class CatalogLoader {
  private final RootDescriptor root;
  private final Workshop workshop;
  private final DiscoveryIssueReporter issues;
  private @Nullable Catalog catalog;
  private String fault = "";

  CatalogLoader(RootDescriptor root, Workshop workshop, DiscoveryIssueReporter issues) {
    this.root = root;
    this.workshop = workshop;
    this.issues = issues;
  }

  /** The catalog; none if there is a {@link #fault()}. */
  Optional<Catalog> catalog() {
    if (catalog == null && fault.isEmpty()) {
      load();
    }
    return fault.isEmpty() ? Optional.ofNullable(catalog) : Optional.empty();
  }

  /** Why there is no catalog: every mistake on a line of its own. Empty if there is one. */
  String fault() {
    return fault;
  }

  private void load() {
    try {
      LocatedCorpus corpus = workshop.corpus(root.settings());
      root.keep(corpus);
      catalog = new Catalog(root.settings(), corpus);
      fault = tooFew(root.settings(), catalog.cases().size(), corpus.corpus().cases().size());
      if (!fault.isEmpty()) {
        issues.reportIssue(DiscoveryIssue.create(Severity.ERROR, fault));
      }
    } catch (CorpusException broken) {
      fault = "The corpus is broken:\n" + broken.getMessage();
      broken.problems().forEach(this::report);
    }
  }

  private static String tooFew(Settings settings, int wanted, int all) {
    if (wanted == 0) {
      return settings.filter().isEmpty()
          ? "The corpus holds no case"
          : "No case of " + all + " matches " + settings.filter();
    }
    if (settings.filter().isEmpty() && wanted < settings.minimum()) {
      return "The corpus holds %d cases, but %s asks for at least %d"
          .formatted(wanted, Settings.MINIMUM, settings.minimum());
    }
    return "";
  }

  private void report(Problem problem) {
    FilePosition position =
        FilePosition.from(problem.position().line(), problem.position().column());
    DiscoveryIssue.Builder issue = DiscoveryIssue.builder(Severity.ERROR, problem.toString());
    workshop
        .path(problem.position())
        .ifPresent(path -> issue.source(FileSource.from(path.toFile(), position)));
    issues.reportIssue(issue);
  }
}
