package dev.touchstone.vm.core;

import dev.touchstone.vm.source.Source;
import java.util.List;

/**
 * An expanded program.
 *
 * @param source the text it came from
 * @param forms its top-level forms in order, each an expression or a definition
 * @param hasValue whether the last form is an expression, whose values are then the program's
 */
public record CoreProgram(Source source, List<Core> forms, boolean hasValue) {
  /** Copies the forms. */
  public CoreProgram {
    forms = List.copyOf(forms);
  }
}
