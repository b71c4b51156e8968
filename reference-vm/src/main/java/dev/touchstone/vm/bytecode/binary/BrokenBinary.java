package dev.touchstone.vm.bytecode.binary;

import dev.touchstone.vm.source.Diagnostic;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;

/** The bytes are no unit. */
public final class BrokenBinary extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int offset;

  BrokenBinary(int offset, String message) {
    super(message, null, false, false);
    this.offset = offset;
  }

  /** The byte, from 0, at which that shows. */
  public int offset() {
    return offset;
  }

  /** What is wrong, with its place; the file has no lines that could be shown. */
  public Diagnostic diagnostic(String file) {
    return new Diagnostic(
        Phase.READ,
        ErrorClass.SYNTAX,
        "byte " + offset + ": " + getMessage(),
        new Span(Source.of(file, ""), 0, 0));
  }
}
