package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.value.Symbol;
import java.util.List;
import java.util.Map;

/**
 * An expanded library.
 *
 * @param exports what the names stand for that it exports
 * @param imports the libraries whose bodies are to run before its own
 * @param forms its body
 */
record Library(
    LibraryName name, Map<Symbol, Binding> exports, List<Library> imports, List<Core> forms) {
  /** Copies the lists. */
  Library {
    imports = List.copyOf(imports);
    forms = List.copyOf(forms);
  }

  /** A library is itself alone: its variables are no other's. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
