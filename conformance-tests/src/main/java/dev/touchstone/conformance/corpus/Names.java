package dev.touchstone.conformance.corpus;

import java.util.Map;
import java.util.Set;

/**
 * What the names in a case may refer to.
 *
 * @param language features and capabilities
 * @param clauses the spec's rules by id
 * @param chapters the ids of the spec's chapters
 */
record Names(Language language, Map<String, Clause> clauses, Set<String> chapters) {}
