package dev.touchstone.vm.bytecode.assembly;

import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.source.Source;

/**
 * What a text of assembly says. Both units have the same instructions.
 *
 * @param unit the unit to run: its instructions come from the lines of the program that the text
 *     states, or else from those of the text
 * @param listed the same unit, every instruction of which comes from its line of the text; so that
 *     the verifier points there
 * @param source the text
 */
public record Assembly(Unit unit, Unit listed, Source source) {}
