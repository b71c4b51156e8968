package dev.touchstone.conformance.engine.discovery;

import dev.touchstone.conformance.engine.TouchstoneSuite;
import org.junit.platform.commons.support.AnnotationSupport;

/** Recognises marker classes. */
final class SuiteClasses {
  private SuiteClasses() {}

  static boolean isSuite(Class<?> candidate) {
    return AnnotationSupport.isAnnotated(candidate, TouchstoneSuite.class);
  }
}
