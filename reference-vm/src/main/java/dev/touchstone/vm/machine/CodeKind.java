package dev.touchstone.vm.machine;

import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Symbol;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the events of a trace make of a code. */
sealed interface CodeKind {
  /** A procedure of the program. */
  record Shown(String name) implements CodeKind {}

  /** {@code raise} or {@code raise-continuable}, with the object as its argument. */
  record Raising() implements CodeKind {}

  /** The expression of a promise. */
  record Delayed(String name) implements CodeKind {}

  /** Of the library, or made for a form that is no procedure in the program's text. */
  record Hidden() implements CodeKind {}

  /** The names of what the expander makes for forms. */
  Pattern FORM = Pattern.compile("(delay|delay-force|guard|parameterize|do)@[0-9]+:[0-9]+");

  Set<String> RAISING = Set.of("raise", "raise-continuable");

  /** What a code is. */
  static CodeKind of(Code code, boolean library) {
    if (library) {
      return RAISING.contains(code.name()) ? new Raising() : new Hidden();
    }
    if (!FORM.matcher(code.name()).matches()) {
      return new Shown(Printer.write(Symbol.of(code.name())));
    }
    return code.name().startsWith("delay") ? new Delayed(code.name()) : new Hidden();
  }

  /**
   * The name of the procedure that a {@code CLOSURE} makes, unless it is a clause of a {@code
   * case-lambda} before the last: all of them make one procedure.
   */
  static Optional<String> madeBy(Code code, int pc) {
    Code made = code.nested().get(code.word(pc + 1));
    if (!(of(made, false) instanceof Shown(String name))) {
      return Optional.empty();
    }
    int next = pc + Opcode.CLOSURE.length();
    while (next < code.length() && isPush(Opcode.of(code.word(next)))) {
      if (Opcode.of(code.word(next)) == Opcode.CLOSURE) {
        boolean sameName = code.nested().get(code.word(next + 1)).name().equals(made.name());
        return sameName ? Optional.empty() : Optional.of(name);
      }
      next += Opcode.of(code.word(next)).length();
    }
    return Optional.of(name);
  }

  private static boolean isPush(Opcode opcode) {
    return switch (opcode) {
      case LOCAL, TAKE_LOCAL, CAPTURED, CLOSURE -> true;
      default -> false;
    };
  }
}
