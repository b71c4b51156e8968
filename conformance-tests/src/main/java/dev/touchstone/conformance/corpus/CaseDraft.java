package dev.touchstone.conformance.corpus;

import java.util.List;
import java.util.Optional;

/**
 * A case as it was read, before its program was looked at.
 *
 * @param testCase the case; its features are those that the file states, without prerequisites
 * @param programs its Scheme texts, the main one first; empty for assembly
 * @param requiresAt where the features are stated, if they are
 * @param varyAt where {@code vary} is stated; the case's place if it is not
 */
record CaseDraft(
    TestCase testCase,
    List<ProgramText> programs,
    Optional<SourcePosition> requiresAt,
    SourcePosition varyAt) {
  /** Copies the list. */
  CaseDraft {
    programs = List.copyOf(programs);
  }

  /** A Scheme text and its places in the file. */
  record ProgramText(String text, PlaceMap places) {}
}
