/** The corpus as tests of this build. */
@NullMarked
package dev.touchstone.conformance;

import org.jspecify.annotations.NullMarked;
