/** Tests of the strict YAML layer: each message, with its place. */
@NullMarked
package dev.touchstone.conformance.corpus.yaml;

import org.jspecify.annotations.NullMarked;
