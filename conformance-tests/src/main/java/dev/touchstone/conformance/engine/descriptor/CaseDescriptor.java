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
  private final Set<TestTag> tags;

  /**
   * A case on a subject.
   *
   * @param subject the subject as the settings name it
   * @param name the name in trees and in flat reports; unique in the run
   */
  public CaseDescriptor(
      UniqueId id,
      TestCase testCase,
      String subject,
      String name,
      TestSource source,
      Set<TestTag> tags) {
    super(id, name, source);
    this.testCase = testCase;
    this.subject = subject;
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
  public Set<TestTag> getTags() {
    return tags;
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }
}
