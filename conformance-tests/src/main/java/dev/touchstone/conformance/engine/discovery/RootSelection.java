package dev.touchstone.conformance.engine.discovery;

import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoveryFilter;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryListener;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.UniqueIdSelector;

/**
 * A request in which the engine's own id stands for all that is below it. (JUnit's resolver takes
 * the root as already resolved and would select nothing.)
 */
record RootSelection(EngineDiscoveryRequest request, UniqueId root, CatalogLoader loader)
    implements EngineDiscoveryRequest {
  @Override
  public <T extends DiscoverySelector> List<T> getSelectorsByType(Class<T> type) {
    return request.getSelectorsByType(type).stream()
        .flatMap(selector -> expand(selector).filter(type::isInstance).map(type::cast))
        .toList();
  }

  private Stream<? extends DiscoverySelector> expand(DiscoverySelector selector) {
    return selector instanceof UniqueIdSelector unique && unique.getUniqueId().equals(root)
        ? TreeResolver.below(root, loader).stream()
        : Stream.of(selector);
  }

  @Override
  public <T extends DiscoveryFilter<?>> List<T> getFiltersByType(Class<T> type) {
    return request.getFiltersByType(type);
  }

  @Override
  public ConfigurationParameters getConfigurationParameters() {
    return request.getConfigurationParameters();
  }

  @Override
  public EngineDiscoveryListener getDiscoveryListener() {
    return request.getDiscoveryListener();
  }
}
