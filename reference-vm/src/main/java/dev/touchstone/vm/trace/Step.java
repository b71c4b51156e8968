package dev.touchstone.vm.trace;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a step's text.
 *
 * @param function the name of the code
 * @param pc the word of the instruction
 * @param mnemonic its name
 * @param operands as they are written, with a space before each
 * @param slots as they are written
 */
public record Step(String function, long pc, String mnemonic, String operands, String slots) {
  private static final Pattern TEXT =
      Pattern.compile("(.*):([0-9]{1,18}) \\| ([A-Z_0-9]+)((?: .*)?) \\|(.*)");

  /** Takes a step's text apart; empty if it is none. */
  public static Optional<Step> of(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(
            new Step(
                parts.group(1),
                Long.parseLong(parts.group(2)),
                parts.group(3),
                parts.group(4),
                parts.group(5)))
        : Optional.empty();
  }

  /** {@code function:pc}. */
  String place() {
    return function + ":" + pc;
  }

  /** The same, a tail call being a call. */
  Step asCall() {
    return mnemonic.equals("TAIL_CALL") ? new Step(function, pc, "CALL", operands, slots) : this;
  }
}
