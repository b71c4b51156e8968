package dev.touchstone.vm.expand;

import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Diagnostic;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;

/** The ways in which the expander rejects a program. */
final class Rejection {
  private Rejection() {}

  /** A form is malformed. */
  static DiagnosticException malformed(Syntax where, String message) {
    return of(ErrorClass.SYNTAX, where, message);
  }

  /** Something is wrong with libraries: one is missing, or does not have what is wanted of it. */
  static DiagnosticException ofImport(Syntax where, String message) {
    return of(ErrorClass.IMPORT, where, message);
  }

  /** A form is rejected for a reason of some class. */
  static DiagnosticException of(ErrorClass errorClass, Syntax where, String message) {
    return new DiagnosticException(new Diagnostic(Phase.EXPAND, errorClass, message, where.span()));
  }

  /** The expansion grows beyond what is allowed. */
  static DiagnosticException tooLarge(Syntax where, String message) {
    return new DiagnosticException(
        new Diagnostic(Phase.EXPAND, ErrorClass.LIMIT, message, where.span()));
  }

  /** Forms nest too deeply. */
  static DiagnosticException tooDeep(Syntax where, int limit) {
    return new DiagnosticException(
        new Diagnostic(
            Phase.EXPAND,
            ErrorClass.LIMIT,
            "Forms are nested more than " + limit + " deep.",
            where.span()));
  }
}
