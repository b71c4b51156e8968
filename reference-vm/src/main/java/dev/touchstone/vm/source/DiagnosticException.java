package dev.touchstone.vm.source;

/** Carries a diagnostic out of the reader, the expander, the compiler or the verifier. */
public class DiagnosticException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  /** Rejects the program for that reason. */
  public DiagnosticException(Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  /** Why the program is rejected. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
