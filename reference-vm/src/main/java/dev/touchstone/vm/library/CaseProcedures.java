package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.value.Letters;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Value;
import java.util.function.UnaryOperator;

/** The case of strings: what {@code (scheme char)} has of them (R7RS 6.7). */
final class CaseProcedures {
  private CaseProcedures() {}

  static void register(Registry r) {
    mapping(r, "string-upcase", Letters::upper);
    mapping(r, "string-downcase", Letters::lower);
    mapping(r, "string-foldcase", Letters::fold);
    StringProcedures.comparisons(r, "string-ci", CaseProcedures::folded);
  }

  private static void mapping(Registry r, String name, UnaryOperator<String> mapping) {
    r.add(name, 1, 1, a -> mapped(name, Arguments.string(name, 1, a[0]), mapping));
  }

  /** The text may grow: a sharp s has two capitals. */
  private static Value mapped(String procedure, Str string, UnaryOperator<String> mapping) {
    String text = mapping.apply(string.text());
    Arguments.checkLength(procedure, text.length());
    return Str.of(text);
  }

  private static Str folded(Str string) {
    return Str.of(Letters.fold(string.text()));
  }
}
