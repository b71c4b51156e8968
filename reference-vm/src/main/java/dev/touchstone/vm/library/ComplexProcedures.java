package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.value.Complexes;
import dev.touchstone.vm.value.Operands;

/** The library {@code (scheme complex)} (R7RS 6.2.6). */
final class ComplexProcedures {
  private ComplexProcedures() {}

  static void register(Registry r) {
    r.add("make-rectangular", Complexes::rectangular);
    r.add("make-polar", Complexes::polar);
    r.add("real-part", z -> Complexes.real(Operands.number("real-part", 1, z)));
    r.add("imag-part", z -> Complexes.imaginary(Operands.number("imag-part", 1, z)));
    r.add("magnitude", Complexes::magnitude);
    r.add("angle", Complexes::angle);
  }
}
