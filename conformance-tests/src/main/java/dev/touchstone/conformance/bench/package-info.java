/**
 * Speed: programs of the classic families on the reference VM and on installed Schemes, in turn.
 *
 * <p>What enters: programs with the values that they must give, and participants, each a command
 * that runs a file. What leaves: times and ratios, as text, JSON and a chart. Each time is that of
 * a whole process, so no participant's clock is trusted: a program runs so many times in one
 * process and so many times more in another, and the difference counts. The invariant: a time
 * stands for a right result; whatever else a process does has a name of its own and is never a
 * time.
 */
@NullMarked
package dev.touchstone.conformance.bench;

import org.jspecify.annotations.NullMarked;
