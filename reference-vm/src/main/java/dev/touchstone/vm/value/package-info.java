/**
 * Scheme values: what programs compute with, their equivalence, arithmetic and written forms.
 *
 * <p>In: Java values and texts. Out: {@link dev.touchstone.vm.value.Value}, a sealed family of
 * classes; {@link dev.touchstone.vm.value.Equivalence}, {@link dev.touchstone.vm.value.Numbers} and
 * {@link dev.touchstone.vm.value.Printer} work on all of them. Errors of the guest are thrown as
 * {@link dev.touchstone.vm.value.SchemeError}.
 *
 * <p>Invariants: an exact integer that fits a {@code long} is always a fixnum, a ratio is always in
 * lowest terms; symbols are interned; nothing here recurses over the depth of a value, and
 * everything ends on cyclic values. Implements R7RS 6.1, 6.2 (integers), 6.13.3.
 */
@NullMarked
package dev.touchstone.vm.value;

import org.jspecify.annotations.NullMarked;
