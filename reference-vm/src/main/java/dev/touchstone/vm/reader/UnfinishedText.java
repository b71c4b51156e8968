package dev.touchstone.vm.reader;

import dev.touchstone.vm.source.Diagnostic;
import dev.touchstone.vm.source.DiagnosticException;

/** The text ends within a datum or a comment; with more text behind it, it may be right. */
public final class UnfinishedText extends DiagnosticException {
  private static final long serialVersionUID = 1L;

  UnfinishedText(Diagnostic diagnostic) {
    super(diagnostic);
  }
}
