package dev.touchstone.conformance.engine.descriptor;

import dev.touchstone.conformance.corpus.TestCase;
import java.util.Set;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** One case on one subject. */
public final class CaseDescriptor extends AbstractTestDescriptor {
  private final TestCase testCase;
  private final String subject;
  private final String reportingName;
  private final Set<TestTag> tags;

  /**
   * A case on a subject.
   *
   * @param subject the subject as the settings name it
   * @param reportingName the name in flat reports; unique in the run
   */
  public CaseDescriptor(
      UniqueId id,
      TestCase testCase,
      String subject,
      String reportingName,
      TestSource source,
      Set<TestTag> tags) {
    super(id, testCase.slug(), source);
    this.testCase = testCase;
    this.subject = subject;
    this.reportingName = reportingName;
    this.tags = Set.copyOf(tags);
  }

  /** The case. */
  public TestCase testCase() {
    return testCase;
  }

  /** The subject as the settings name it. */
  public String subject() {
    return subject;
  }

  @Override
  public String getLegacyReportingName() {
    return reportingName;
  }

  @Override
  public Set<TestTag> getTags() {
    return tags;
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }
}
