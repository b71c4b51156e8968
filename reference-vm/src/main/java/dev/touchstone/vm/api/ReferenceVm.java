package dev.touchstone.vm.api;

import dev.touchstone.vm.source.Source;

/**
 * The reference VM: a shared immutable image from which each run gets a world of its own.
 * Thread-safe.
 */
public final class ReferenceVm {
  private ReferenceVm() {}

  /** A VM with the standard library. */
  public static ReferenceVm create() {
    return new ReferenceVm();
  }

  /** Runs a program in a fresh world. Never throws for anything that the program does. */
  public Completion run(Source program, Limits limits, Host host) {
    throw new UnsupportedOperationException();
  }

  /**
   * The canonical instructions of a program, as text.
   *
   * @throws dev.touchstone.vm.source.DiagnosticException if the program is rejected
   */
  public String disassemble(Source program, Host host) {
    throw new UnsupportedOperationException();
  }
}
