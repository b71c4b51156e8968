package dev.touchstone.conformance.engine.descriptor;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** A container: a marker class, a subject, a chapter or a file. */
public final class GroupDescriptor extends AbstractTestDescriptor {
  private final String reportingName;

  /** A subject, chapter or file. */
  public GroupDescriptor(UniqueId id, String name, @Nullable TestSource source) {
    super(id, name, source);
    this.reportingName = name;
  }

  /** A marker class; Surefire takes the names of its report from here. */
  public GroupDescriptor(UniqueId id, Class<?> marker) {
    super(id, marker.getSimpleName(), ClassSource.from(marker));
    this.reportingName = marker.getName();
  }

  @Override
  public String getLegacyReportingName() {
    return reportingName;
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }
}
