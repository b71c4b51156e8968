/**
 * The command line {@code vm}: arguments in, text and an exit code out. The only package that knows
 * standard streams, files and the clock on the wall. Nothing in it decides what a program means.
 */
@NullMarked
package dev.touchstone.vm.cli;

import org.jspecify.annotations.NullMarked;
