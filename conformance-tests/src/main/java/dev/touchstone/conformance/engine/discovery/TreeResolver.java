package dev.touchstone.conformance.engine.discovery;

import static java.util.stream.Collectors.toCollection;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.engine.descriptor.FaultDescriptor;
import dev.touchstone.conformance.engine.descriptor.GroupDescriptor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.UniqueId.Segment;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.ClasspathResourceSelector;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Turns every selector into unique ids, and unique ids into nodes. */
final class TreeResolver implements SelectorResolver {
  static final String CLASS = "class";
  private static final String FAULT = "fault";

  private final UniqueId root;
  private final CatalogLoader loader;
  private final PathSelection paths;

  TreeResolver(UniqueId root, CatalogLoader loader, PathSelection paths) {
    this.root = root;
    this.loader = loader;
    this.paths = paths;
  }

  /** The nodes directly below a container: those of the catalog, or the fault in its place. */
  static Set<DiscoverySelector> below(UniqueId id, CatalogLoader loader) {
    return selectors(
        loader
            .catalog()
            .map(catalog -> catalog.children(id))
            .orElseGet(() -> List.of(id.append(FAULT, "corpus")))
            .stream());
  }

  @Override
  public Resolution resolve(ClassSelector selector, Context context) {
    return suite(selector.getJavaClass(), context);
  }

  private Resolution suite(Class<?> candidate, Context context) {
    if (!SuiteClasses.isSuite(candidate)) {
      return Resolution.unresolved();
    }
    UniqueId id = root.append(CLASS, candidate.getName());
    return context
        .addToParent(parent -> Optional.of(new GroupDescriptor(id, candidate)))
        .map(this::match)
        .orElseGet(Resolution::unresolved);
  }

  @Override
  public Resolution resolve(UniqueIdSelector selector, Context context) {
    UniqueId id = selector.getUniqueId();
    if (id.getSegments().size() < 2 || !id.hasPrefix(root)) {
      return Resolution.unresolved();
    }
    Segment last = id.getLastSegment();
    if (last.getType().equals(CLASS)) {
      return ReflectionSupport.tryToLoadClass(last.getValue())
          .toOptional()
          .map(found -> suite(found, context))
          .orElseGet(Resolution::unresolved);
    }
    return context
        .addToParent(() -> selectUniqueId(id.removeLastSegment()), parent -> create(id))
        .map(this::match)
        .orElseGet(Resolution::unresolved);
  }

  @Override
  public Resolution resolve(DirectorySelector selector, Context context) {
    return cases(catalog -> paths.below(selector, catalog));
  }

  @Override
  public Resolution resolve(FileSelector selector, Context context) {
    return cases(catalog -> paths.in(selector, catalog));
  }

  @Override
  public Resolution resolve(ClasspathResourceSelector selector, Context context) {
    return cases(catalog -> paths.in(selector, catalog));
  }

  private Resolution cases(Function<Catalog, List<TestCase>> choice) {
    Optional<Catalog> loaded = loader.catalog();
    if (loaded.isEmpty()) {
      return Resolution.selectors(below(root, loader));
    }
    Catalog catalog = loaded.get();
    Set<DiscoverySelector> chosen =
        selectors(
            choice.apply(catalog).stream()
                .flatMap(testCase -> catalog.idsOf(testCase, root).stream()));
    return chosen.isEmpty() ? Resolution.unresolved() : Resolution.selectors(chosen);
  }

  private Resolution match(TestDescriptor descriptor) {
    return descriptor.isContainer()
        ? Resolution.match(Match.exact(descriptor, () -> below(descriptor.getUniqueId(), loader)))
        : Resolution.match(Match.exact(descriptor));
  }

  private Optional<TestDescriptor> create(UniqueId id) {
    Optional<Catalog> catalog = loader.catalog();
    return catalog.isPresent()
        ? catalog.get().create(id)
        : Optional.of(id)
            .filter(fault -> fault.getLastSegment().getType().equals(FAULT))
            .map(fault -> new FaultDescriptor(fault, loader.fault()));
  }

  private static Set<DiscoverySelector> selectors(Stream<UniqueId> ids) {
    return ids.map(id -> (DiscoverySelector) selectUniqueId(id))
        .collect(toCollection(LinkedHashSet::new));
  }
}
