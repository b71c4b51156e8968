/**
 * The JUnit Platform engine {@code touchstone}: the corpus as a tree of tests.
 *
 * <p>In: discovery requests and configuration parameters. Out: events to JUnit's listener, a {@link
 * dev.touchstone.reports.model.RunReport} and, where a directory is named, the written reports.
 *
 * <p>Invariants: events are well nested and ordered by id however the cases run; a corpus that
 * cannot be loaded, or a selection that holds no case, is a failure and never an empty success.
 *
 * <p>Packages, each using only those before it: {@code setup}, {@code descriptor}, {@code
 * discovery}, {@code execution}, and this one.
 */
@NullMarked
package dev.touchstone.conformance.engine;

import org.jspecify.annotations.NullMarked;
