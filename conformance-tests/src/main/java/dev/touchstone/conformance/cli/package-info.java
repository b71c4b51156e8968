/**
 * The command line {@code touchstone}: {@code run}, {@code explain}, {@code list}, {@code lint},
 * {@code new-case}, {@code export}.
 *
 * <p>In: arguments, a {@link dev.touchstone.conformance.cli.Terminal}, a workshop. Out: text and an
 * exit code: 0 as expected, 1 failures, 2 wrong use or a broken corpus or subject, 3 nothing
 * selected, 4 a limit reached.
 *
 * <p>Invariant: a mistake of the user is one clear sentence with a hint, never a stack trace. Cases
 * run through the JUnit Platform's launcher, by the same engine as under a build tool.
 */
@NullMarked
package dev.touchstone.conformance.cli;

import org.jspecify.annotations.NullMarked;
