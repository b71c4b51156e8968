/** Tests of the search for small programs, with faults planted into the reference VM's programs. */
@NullMarked
package dev.touchstone.conformance.explain.shrink;

import org.jspecify.annotations.NullMarked;
