/** Tests of bytecode that need the programs of the corpus. */
@NullMarked
package dev.touchstone.conformance.bytecode;

import org.jspecify.annotations.NullMarked;
