/** Tests of the comparison with a baseline. */
@NullMarked
package dev.touchstone.conformance.gate;

import org.jspecify.annotations.NullMarked;
