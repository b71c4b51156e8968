/**
 * The interactive session, {@code vm repl}: what is typed goes in, values and errors come out, and
 * definitions stay. {@link dev.touchstone.vm.cli.repl.Listener} knows no terminal; the classes that
 * do ({@code Terminal...}) use JLine, which nothing else does.
 */
@NullMarked
package dev.touchstone.vm.cli.repl;

import org.jspecify.annotations.NullMarked;
