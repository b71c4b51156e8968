package dev.touchstone.conformance.engine;

/** A marker class for tests of the engine. */
@TouchstoneSuite
final class SuiteOfTests {}
