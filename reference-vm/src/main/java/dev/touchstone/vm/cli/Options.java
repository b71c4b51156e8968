package dev.touchstone.vm.cli;

import dev.touchstone.vm.api.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A command line, taken apart.
 *
 * @param words what is no option: the command and what it is applied to
 * @param limits what the run may use
 * @param definitional whether the definitional evaluator is to run the program
 * @param trace what {@code vm trace} is to show
 * @param run whether what has been assembled is to be run
 * @param sandbox whether the program may touch nothing but its standard ports
 * @param libraryPath the directories in which libraries are looked for first
 * @param keepsHistory whether {@code vm repl} keeps what is typed
 */
record Options(
    List<String> words,
    Limits limits,
    boolean definitional,
    TraceCommand.Wish trace,
    boolean run,
    boolean sandbox,
    List<String> libraryPath,
    boolean keepsHistory) {
  /**
   * Bytes of Java heap that a slot of the value stack may cost, its share of the frames included.
   */
  private static final long BYTES_PER_SLOT = 32;

  /** The options of {@code vm trace}. */
  private static final Set<String> TRACE =
      Set.of("--level", "--format", "--from", "--to", "-o", "--output");

  /** Reads a command line whose options may stand anywhere; after {@code --} come no more. */
  static Options parse(String[] arguments) {
    List<String> words = new ArrayList<>();
    Limits limits = defaults();
    boolean options = true;
    boolean definitional = false;
    TraceCommand.Wish trace = TraceCommand.Wish.DEFAULT;
    boolean run = false;
    boolean sandbox = false;
    boolean keepsHistory = true;
    List<String> libraryPath = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      if (options && argument.equals("--")) {
        options = false;
      } else if (options && argument.startsWith("--max-")) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        if (equals < 0 && ++i == arguments.length) {
          throw new WrongUse("The option " + name + " needs a value.");
        }
        limits = with(limits, name, equals < 0 ? arguments[i] : argument.substring(equals + 1));
      } else if (options && TRACE.contains(argument.replaceFirst("=.*", ""))) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        if (equals < 0 && ++i == arguments.length) {
          throw new WrongUse("The option " + name + " needs a value.");
        }
        trace = trace.with(name, equals < 0 ? arguments[i] : argument.substring(equals + 1));
      } else if (options && argument.startsWith("--library-path=")) {
        libraryPath.add(argument.substring("--library-path=".length()));
      } else if (options && argument.equals("--library-path")) {
        if (++i == arguments.length) {
          throw new WrongUse("The option --library-path needs a directory.");
        }
        libraryPath.add(arguments[i]);
      } else if (options && argument.equals("--definitional")) {
        definitional = true;
      } else if (options && argument.equals("--run")) {
        run = true;
      } else if (options && argument.equals("--sandbox")) {
        sandbox = true;
      } else if (options && argument.equals("--no-history")) {
        keepsHistory = false;
      } else if (options && argument.startsWith("--")) {
        throw new WrongUse("There is no option " + argument + "; vm --help lists them.");
      } else {
        words.add(argument);
      }
    }
    return new Options(
        List.copyOf(words),
        limits,
        definitional,
        trace,
        run,
        sandbox,
        List.copyOf(libraryPath),
        keepsHistory);
  }

  /** As deep as the Java heap allows, no bound on steps and time. */
  private static Limits defaults() {
    Limits generous = Limits.GENEROUS;
    long slots = Math.min(generous.stackSlots(), Runtime.getRuntime().maxMemory() / BYTES_PER_SLOT);
    return generous.withStack(slots, slots);
  }

  private static Limits with(Limits old, String option, String value) {
    return switch (option) {
      case "--max-steps" -> old.withSteps(positive(option, value));
      case "--max-stack" -> old.withStack(positive(option, value), positive(option, value));
      case "--max-output" -> old.withOutput(positive(option, value));
      case "--max-allocation" -> old.withAllocation(positive(option, value));
      case "--max-time" -> old.withTime(duration(option, value));
      default -> throw new WrongUse("There is no option " + option + "; vm --help lists them.");
    };
  }

  private static long positive(String option, String value) {
    long number = number(value);
    if (number <= 0) {
      throw new WrongUse(
          "The option " + option + " needs a whole number of at least 1, not " + value + ".");
    }
    return number;
  }

  private static Duration duration(String option, String value) {
    int digits = 0;
    while (digits < value.length() && value.charAt(digits) >= '0' && value.charAt(digits) <= '9') {
      digits++;
    }
    long amount = number(value.substring(0, digits));
    long milliseconds =
        switch (value.substring(digits)) {
          case "ms" -> 1;
          case "s" -> 1_000;
          case "m" -> 60_000;
          default -> 0;
        };
    if (amount <= 0 || milliseconds == 0 || amount > Long.MAX_VALUE / 60_000_000_000L) {
      throw new WrongUse(
          "The option "
              + option
              + " needs a time such as 500ms, 10s or 2m, more than none; not "
              + value
              + ".");
    }
    return Duration.ofMillis(amount * milliseconds);
  }

  /** The number, or -1 if the text is none. */
  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
