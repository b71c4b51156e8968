/** The judge: a pure function from a case and what was seen to a verdict. */
@NullMarked
package dev.touchstone.conformance.verdict;

import org.jspecify.annotations.NullMarked;
