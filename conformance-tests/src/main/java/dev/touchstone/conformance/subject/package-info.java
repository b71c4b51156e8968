/** Implementations under test, and what was seen when one ran a case. */
@NullMarked
package dev.touchstone.conformance.subject;

import org.jspecify.annotations.NullMarked;
