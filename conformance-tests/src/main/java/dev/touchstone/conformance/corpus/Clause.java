package dev.touchstone.conformance.corpus;

/**
 * A rule of the spec.
 *
 * @param id for example {@code TAIL-2}; permanent
 * @param chapter the chapter's file name without number and ending, for example {@code tail-calls}
 * @param text the rule, as Markdown, without the id
 * @param withdrawn whether only its tombstone is left
 * @param position where the spec states it
 */
public record Clause(
    String id, String chapter, String text, boolean withdrawn, SourcePosition position) {}
