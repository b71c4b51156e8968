package dev.touchstone.vm.api;

import dev.touchstone.vm.source.Source;

/** Something that runs programs. Thread-safe. */
public sealed interface Vm permits ReferenceVm, DefinitionalVm {
  /** Runs a program in a fresh world. Never throws for anything that the program does. */
  Completion run(Source program, Limits limits, Host host);
}
