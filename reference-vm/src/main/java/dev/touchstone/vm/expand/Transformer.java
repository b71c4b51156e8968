package dev.touchstone.vm.expand;

import dev.touchstone.vm.reader.Syntax;

/** What a macro does with its uses. */
@FunctionalInterface
interface Transformer {
  /**
   * What a use stands for.
   *
   * @param use the whole form, the keyword first; perhaps dotted
   * @param scope where the use stands
   * @param uses those of the program, this one to be added
   * @throws dev.touchstone.vm.source.DiagnosticException if the use does not fit
   */
  Syntax expand(Syntax.ListForm use, Scope scope, Uses uses);
}
