package dev.touchstone.vm.api;

import dev.touchstone.vm.value.Eof;
import dev.touchstone.vm.value.Port;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Procedure;
import dev.touchstone.vm.value.Promise;
import dev.touchstone.vm.value.Value;

/** How a value is told to someone who compares it with an expected one. */
public final class WrittenForm {
  private WrittenForm() {}

  /**
   * As {@code write} shows it; a value without a portable external representation is its kind:
   * {@code #<procedure>}, {@code #<eof>}.
   *
   * @throws dev.touchstone.vm.value.SchemeError of class {@code limit}, if it is too long
   */
  public static String of(Value value) {
    return switch (value) {
      case Procedure _ -> "#<procedure>";
      case Promise _ -> "#<promise>";
      case Eof _ -> "#<eof>";
      case Port _ -> "#<port>";
      default -> Printer.write(value);
    };
  }
}
