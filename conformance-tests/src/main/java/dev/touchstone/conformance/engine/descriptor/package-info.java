/**
 * The nodes of the tree of tests: the engine, a marker class, groups (subject, chapter, file),
 * cases, and faults.
 *
 * <p>In: a unique id and what it names. Out: JUnit test descriptors whose sources point to the
 * corpus's files and lines, and whose tags name rung, features, clauses and chapter.
 *
 * <p>Invariant: a descriptor is immutable but for its children; its unique id alone says where in
 * the tree it belongs.
 */
@NullMarked
package dev.touchstone.conformance.engine.descriptor;

import org.jspecify.annotations.NullMarked;
