/** Tests of the measuring, with toy participants that are shell scripts. */
@NullMarked
package dev.touchstone.conformance.bench;

import org.jspecify.annotations.NullMarked;
