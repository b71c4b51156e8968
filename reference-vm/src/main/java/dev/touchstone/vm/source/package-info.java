/**
 * Source text, spans in it, and diagnostics that point at them.
 *
 * <p>In: a name and a text. Out: {@link dev.touchstone.vm.source.Source}, places in it as {@link
 * dev.touchstone.vm.source.Span}, and {@link dev.touchstone.vm.source.Diagnostic}, which every
 * stage before the run uses to reject a program; {@link dev.touchstone.vm.source.Excerpt} shows any
 * place with its line and carets.
 *
 * <p>Invariant: offsets are UTF-16 indices from 0, as Java's; lines and columns are for people and
 * count from 1, columns in code points. All types are immutable.
 */
@NullMarked
package dev.touchstone.vm.source;

import org.jspecify.annotations.NullMarked;
