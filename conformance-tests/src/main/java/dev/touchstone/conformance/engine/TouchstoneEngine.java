package dev.touchstone.conformance.engine;

import dev.touchstone.conformance.engine.descriptor.RootDescriptor;
import dev.touchstone.conformance.engine.discovery.SuiteDiscovery;
import dev.touchstone.conformance.engine.execution.SuiteExecution;
import dev.touchstone.conformance.engine.setup.StandardWorkshop;
import dev.touchstone.conformance.engine.setup.Workshop;
import dev.touchstone.reports.model.RunReport;
import java.util.function.Consumer;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;

/**
 * The JUnit Platform engine {@code touchstone}. Its configuration parameters are the constants of
 * {@link dev.touchstone.conformance.engine.setup.Settings}.
 */
public final class TouchstoneEngine implements TestEngine {
  /** The engine's id. */
  public static final String ID = "touchstone";

  private final Workshop workshop;
  private final Consumer<RunReport> audience;

  /** The engine that JUnit finds by itself: shipped corpus, shipped subjects. */
  public TouchstoneEngine() {
    this(new StandardWorkshop(), report -> {});
  }

  /**
   * An engine on other material.
   *
   * @param audience is given the report of every run, before it is written anywhere
   */
  public TouchstoneEngine(Workshop workshop, Consumer<RunReport> audience) {
    this.workshop = workshop;
    this.audience = audience;
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
    return new SuiteDiscovery(workshop).discover(request, id);
  }

  @Override
  public void execute(ExecutionRequest request) {
    new SuiteExecution(
            (RootDescriptor) request.getRootTestDescriptor(),
            request.getEngineExecutionListener(),
            workshop,
            audience)
        .run();
  }
}
