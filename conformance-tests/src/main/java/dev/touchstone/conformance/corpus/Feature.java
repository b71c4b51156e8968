package dev.touchstone.conformance.corpus;

import java.util.List;
import java.util.Set;

/**
 * The smallest thing that an implementation can lack.
 *
 * @param id for example {@code let-values}
 * @param title one line
 * @param clauses the rules that describe it
 * @param requires the features it cannot exist without, directly
 * @param identifiers the names of procedures and syntax that it adds
 * @param library where R7RS puts them, for example {@code (scheme base)}
 * @param probe a program whose value is the symbol {@code ok} on an implementation that has it
 */
public record Feature(
    String id,
    String title,
    List<String> clauses,
    Set<String> requires,
    Set<String> identifiers,
    String library,
    String probe) {
  /** Copies the collections. */
  public Feature {
    clauses = List.copyOf(clauses);
    requires = Set.copyOf(requires);
    identifiers = Set.copyOf(identifiers);
  }
}
