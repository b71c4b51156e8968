package dev.touchstone.conformance.engine.descriptor;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/**
 * A test that fails, in the place of a tree that could not be built. Build tools leave out a class
 * without tests silently; this keeps it in.
 */
public final class FaultDescriptor extends AbstractTestDescriptor {
  private final String message;

  /** A test that fails with that message. */
  public FaultDescriptor(UniqueId id, String message) {
    super(id, "the corpus can be run");
    this.message = message;
  }

  /** Why. */
  public String message() {
    return message;
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }
}
