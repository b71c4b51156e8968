/** Tests of the command line, by its streams and exit codes. */
@NullMarked
package dev.touchstone.conformance.cli;

import org.jspecify.annotations.NullMarked;
