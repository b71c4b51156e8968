/** Tests of the engine on small made-up corpora and subjects. */
@NullMarked
package dev.touchstone.conformance.engine;

import org.jspecify.annotations.NullMarked;
