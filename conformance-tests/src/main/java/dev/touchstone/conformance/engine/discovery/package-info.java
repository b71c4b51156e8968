/**
 * From selectors to the tree of tests.
 *
 * <p>In: package, directory, file, class path resource, class and unique-id selectors. Out: the
 * tree, and discovery issues with file and line for what is wrong with the corpus or the request.
 *
 * <p>Invariant: every selector is first turned into unique ids, and the {@link
 * dev.touchstone.conformance.engine.discovery.Catalog} alone knows which of these exist. The corpus
 * is loaded only when a selector can concern it.
 */
@NullMarked
package dev.touchstone.conformance.engine.discovery;

import org.jspecify.annotations.NullMarked;
