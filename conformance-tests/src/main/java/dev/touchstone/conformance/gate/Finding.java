package dev.touchstone.conformance.gate;

import java.util.Optional;

/**
 * Something that the gate has to say of a case.
 *
 * @param id the case, as the corpus calls it now, or as it was called if it is gone
 * @param detail in a few words: how it ended and how it used to; may be empty
 * @param seen what became of it; none if it is gone
 */
public record Finding(Rule rule, String id, String detail, Optional<Seen> seen) {}
