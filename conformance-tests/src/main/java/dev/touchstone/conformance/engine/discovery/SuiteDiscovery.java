package dev.touchstone.conformance.engine.discovery;

import dev.touchstone.conformance.engine.descriptor.RootDescriptor;
import dev.touchstone.conformance.engine.setup.Settings;
import dev.touchstone.conformance.engine.setup.Workshop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.discovery.DiscoveryIssueReporter;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;

/** Builds the tree of tests that a request selects. */
public final class SuiteDiscovery {
  private final Workshop workshop;

  /** Discovery that gets its corpus from that workshop. */
  public SuiteDiscovery(Workshop workshop) {
    this.workshop = workshop;
  }

  /**
   * The tree.
   *
   * @throws IllegalArgumentException if a configuration parameter has a value that is none
   */
  public RootDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
    RootDescriptor root =
        new RootDescriptor(id, Settings.from(request.getConfigurationParameters()));
    DiscoveryIssueReporter issues =
        DiscoveryIssueReporter.forwarding(request.getDiscoveryListener(), id);
    CatalogLoader loader = new CatalogLoader(root, workshop, issues);
    EngineDiscoveryRequestResolver.<RootDescriptor>builder()
        .addClassContainerSelectorResolverWithContext(
            context ->
                candidate ->
                    SuiteClasses.isSuite(candidate)
                        && context.getClassNameFilter().test(candidate.getName()))
        .addSelectorResolver(new TreeResolver(id, loader, new PathSelection(issues)))
        .addTestDescriptorVisitor(context -> node -> sortChildren(node, root.settings()))
        .build()
        .resolve(new RootSelection(request, id, loader), root, issues);
    return root;
  }

  private static void sortChildren(TestDescriptor node, Settings settings) {
    Comparator<TestDescriptor> byPlace =
        Comparator.comparing(
                (TestDescriptor child) -> child.getUniqueId().getLastSegment().getType())
            .thenComparingInt(
                child ->
                    settings.subjects().indexOf(child.getUniqueId().getLastSegment().getValue()))
            .thenComparing(child -> child.getUniqueId().getLastSegment().getValue());
    node.orderChildren(
        children -> {
          List<TestDescriptor> sorted = new ArrayList<>(children);
          sorted.sort(byPlace);
          return sorted;
        });
  }
}
