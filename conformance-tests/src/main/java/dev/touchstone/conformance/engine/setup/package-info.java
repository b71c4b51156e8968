/**
 * What a run is asked to do and where it gets its material.
 *
 * <p>In: JUnit configuration parameters ({@code touchstone.*}). Out: {@link
 * dev.touchstone.conformance.engine.setup.Settings} with the filter of cases, and a {@link
 * dev.touchstone.conformance.engine.setup.Workshop} that loads corpora and opens subjects.
 *
 * <p>Invariant: nothing here runs a case, and nothing outside this package reads a configuration
 * parameter.
 */
@NullMarked
package dev.touchstone.conformance.engine.setup;

import org.jspecify.annotations.NullMarked;
