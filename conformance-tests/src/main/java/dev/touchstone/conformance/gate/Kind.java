package dev.touchstone.conformance.gate;

import dev.touchstone.reports.VerdictKind;
import dev.touchstone.reports.model.CaseReport;
import java.util.List;

/**
 * How a case ended on a subject: its verdict and, where that is {@code fail}, what did not hold
 * (GATE-4).
 *
 * @param verdict one of those that results have
 * @param differs the aspects that did not hold, sorted; {@code end} among them where a run ended in
 *     another way than expected; empty where the verdict is not {@code fail} or nothing is known
 */
public record Kind(VerdictKind verdict, List<String> differs) {
  /** Sorts the aspects, so that their order means nothing. */
  public Kind {
    differs = differs.stream().sorted().distinct().toList();
  }

  /** The kind of a result. */
  public static Kind of(CaseReport result) {
    return new Kind(VerdictKind.of(result.verdict()), result.differs());
  }

  /** Whether it is a pass. */
  public boolean passes() {
    return verdict == VerdictKind.PASS;
  }

  /** Whether the case did not apply. */
  public boolean unsupported() {
    return verdict == VerdictKind.UNSUPPORTED;
  }

  /** {@code crash}, or {@code fail (end, value)}. */
  @Override
  public String toString() {
    return differs.isEmpty()
        ? verdict.id()
        : verdict.id() + " (" + String.join(", ", differs) + ")";
  }
}
