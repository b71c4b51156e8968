/**
 * Programs in the words of another Lisp.
 *
 * <p>A {@link dev.touchstone.conformance.dialect.DialectMap}, read from YAML by {@link
 * dev.touchstone.conformance.dialect.Dialects}, says how names, forms and literals are written
 * there and what written values mean. In comes the text of a Scheme program, out goes a {@link
 * dev.touchstone.conformance.dialect.Rendering}: the text for the other Lisp, or the reason why
 * there is none, and where.
 *
 * <p>Invariants: quoted data keep their symbols; a name that the program binds is never taken for a
 * standard one, nor captured by what a map brings in; whatever a map does not know is refused, not
 * guessed. Depth of programs costs no Java stack. Who reads on starts at {@code Renderer}. Spec:
 * chapter 12, DIA.
 */
@NullMarked
package dev.touchstone.conformance.dialect;

import org.jspecify.annotations.NullMarked;
