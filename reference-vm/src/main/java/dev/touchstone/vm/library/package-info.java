/**
 * The standard procedures, by family: what enters is values, what leaves is a value or a {@link
 * dev.touchstone.vm.value.SchemeError}.
 *
 * <p>What calls a procedure of the program is written in Scheme, in files beside the classes
 * ({@link dev.touchstone.vm.library.Prelude}): {@code traversal.scm}, {@code control.scm}, {@code
 * ports.scm}.
 *
 * <p>{@link dev.touchstone.vm.library.StandardLibrary} collects the families into the bindings that
 * every world starts with. All complaints about arguments are made by {@link
 * dev.touchstone.vm.machine.Arguments}, so that they read alike: {@code car: argument 1 is not a
 * pair: 5}. To change a literal constant is an error of class {@code type}.
 *
 * <p>Invariants: no procedure here calls a procedure of the program; none recurses over data; on
 * cyclic lists each ends, with an error or {@code #f}; what is not claimed as a feature is not
 * bound. Implements the spec's chapters on the data types.
 */
@NullMarked
package dev.touchstone.vm.library;

import org.jspecify.annotations.NullMarked;
