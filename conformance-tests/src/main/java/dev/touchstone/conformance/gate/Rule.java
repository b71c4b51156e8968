package dev.touchstone.conformance.gate;

/** What can be found, in the order in which it is told. */
public enum Rule {
  NEW_FAILURE(Weight.FAILS, "new failure", "new failures"),
  UNEXPECTED_PASS(Weight.FAILS, "unexpected pass", "unexpected passes"),
  CHANGED_KIND(Weight.FAILS, "changed kind of failure", "changed kinds of failure"),
  MISSING(Weight.FAILS, "missing id", "missing ids"),
  NO_LONGER_APPLIES(Weight.FAILS, "case that no longer applies", "cases that no longer apply"),
  FLAKY(Weight.FAILS, "flaky result", "flaky results"),
  NEW_CASE(Weight.STRICT, "new case", "new cases"),
  CHANGED_CASE(Weight.STRICT, "changed case", "changed cases"),
  NOW_APPLIES(Weight.STRICT, "case that applies now", "cases that apply now"),
  NO_REASON(Weight.STRICT, "entry without a reason", "entries without a reason"),
  RENAMED(Weight.TOLD, "renamed case", "renamed cases"),
  RETIRED(Weight.TOLD, "retired case", "retired cases"),
  STEADY(Weight.TOLD, "flaky entry that did not vary", "flaky entries that did not vary");

  /** How much a finding weighs. */
  public enum Weight {
    /** The gate fails. */
    FAILS,
    /** It fails under {@code --strict}. */
    STRICT,
    /** It is told. */
    TOLD
  }

  private final Weight weight;
  private final String one;
  private final String several;

  Rule(Weight weight, String one, String several) {
    this.weight = weight;
    this.one = one;
    this.several = several;
  }

  /** Whether such a finding fails the gate. */
  public boolean fails(boolean strict) {
    return weight == Weight.FAILS || (strict && weight == Weight.STRICT);
  }

  /** {@code 3 new failures}. */
  public String counted(long count) {
    return count + " " + (count == 1 ? one : several);
  }
}
