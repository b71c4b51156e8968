package dev.touchstone.conformance;

import dev.touchstone.conformance.engine.TouchstoneSuite;

/**
 * Stands for the whole corpus where tests are selected by class: under Surefire, and in an IDE.
 * What it runs, and on which subjects, is in {@code junit-platform.properties}.
 */
@TouchstoneSuite
final class ConformanceSuite {}
