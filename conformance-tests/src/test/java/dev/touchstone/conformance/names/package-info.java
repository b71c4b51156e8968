/** Whether the cases of each name notice when it is wrong. */
@NullMarked
package dev.touchstone.conformance.names;

import org.jspecify.annotations.NullMarked;
