/**
 * From text to syntax: data in which every part knows its span.
 *
 * <p>In: a {@link dev.touchstone.vm.source.Source}. Out: its data as {@link
 * dev.touchstone.vm.reader.Syntax}, or a diagnostic of phase {@code read}. {@code Scanner} divides
 * the text into tokens (with {@code Atmosphere} for comments, {@code BareWords} for numbers and
 * identifiers, {@code QuotedText} for strings); {@code DataBuilder} puts tokens together; {@code
 * ValueBuilder} makes the value that a literal denotes. {@code DatumText} takes from a port what is
 * one datum, for {@code read}.
 *
 * <p>Invariant: nothing here recurses over the nesting of data; a text of any depth that fits into
 * memory is read on an ordinary Java stack, in time linear in its length. Implements R7RS 2 and
 * 7.1.1 to 7.1.2; complex numbers are recognised and rejected.
 */
@NullMarked
package dev.touchstone.vm.reader;

import org.jspecify.annotations.NullMarked;
