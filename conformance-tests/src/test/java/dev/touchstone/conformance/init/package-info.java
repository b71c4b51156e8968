/** Tests of what writes a subject file. */
@NullMarked
package dev.touchstone.conformance.init;

import org.jspecify.annotations.NullMarked;
