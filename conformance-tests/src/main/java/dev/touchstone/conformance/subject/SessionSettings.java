package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.subject.session.Lines;
import java.util.OptionalInt;

/**
 * How a session is led.
 *
 * @param lines the form of its lines
 * @param workers how many processes there are at a time, at least 1; as many as cases run at a time
 *     where it is absent
 * @param batch how many runs a process serves before it is replaced, at least 1; what its isolation
 *     allows where it is absent
 * @param claims whether the file says what the subject has, so that {@code hello} need not be asked
 * @param answers whether the file gives its capabilities
 */
public record SessionSettings(
    Lines lines, OptionalInt workers, OptionalInt batch, boolean claims, boolean answers) {}
