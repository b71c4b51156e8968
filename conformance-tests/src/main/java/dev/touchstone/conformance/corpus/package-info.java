/** The corpus: features, clauses and cases, read strictly from YAML and Markdown. */
@NullMarked
package dev.touchstone.conformance.corpus;

import org.jspecify.annotations.NullMarked;
