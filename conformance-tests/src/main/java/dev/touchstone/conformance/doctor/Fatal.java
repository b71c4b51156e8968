package dev.touchstone.conformance.doctor;

/** A mistake that makes everything after it meaningless. */
final class Fatal extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Diagnosis diagnosis;

  Fatal(Mistake mistake, String seen) {
    super(mistake.id(), null, false, false);
    this.diagnosis = new Diagnosis(mistake, seen);
  }

  Diagnosis diagnosis() {
    return diagnosis;
  }
}
