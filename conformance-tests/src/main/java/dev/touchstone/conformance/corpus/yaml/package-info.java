/**
 * Strict YAML. The bytes of a file enter; a tree of texts, lists and maps leaves, in which every
 * part knows its place; so does a list of mistakes.
 *
 * <p>A scalar is always text: whoever reads a key types it, so YAML 1.1 and 1.2 readers agree. What
 * readers treat differently is refused: anchors, aliases, tags, merge keys, directives, several
 * documents, keys that occur twice, and scalars left empty (an unquoted {@code #t} is a comment).
 * Reading goes on after a mistake in the tree, and stops after one in the syntax. Subject files and
 * baselines are read in the same way.
 */
@NullMarked
package dev.touchstone.conformance.corpus.yaml;

import org.jspecify.annotations.NullMarked;
