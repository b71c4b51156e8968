/** Tests of what is said of a case. */
@NullMarked
package dev.touchstone.conformance.explain;

import org.jspecify.annotations.NullMarked;
