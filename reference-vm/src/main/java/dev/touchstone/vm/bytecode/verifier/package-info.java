/**
 * The verifier: decides, before code runs, that it cannot make the machine fault.
 *
 * <p>In: a {@link dev.touchstone.vm.bytecode.Unit} from anywhere. Out: a {@link
 * dev.touchstone.vm.bytecode.verifier.Verification}, which is either two counts or a {@link
 * dev.touchstone.vm.bytecode.verifier.Rejection} that names place, instruction and {@link
 * dev.touchstone.vm.bytecode.verifier.Rule}. A code is looked at three times: its header, its
 * instructions one by one in the order of the words, and then in the order of control, with what is
 * known of slots and stack.
 *
 * <p>Invariant: what is known only ever becomes less where control comes together, so it ends. It
 * implements the spec's chapter 23.
 */
@NullMarked
package dev.touchstone.vm.bytecode.verifier;

import org.jspecify.annotations.NullMarked;
