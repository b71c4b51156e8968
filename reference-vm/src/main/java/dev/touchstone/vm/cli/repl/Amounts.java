package dev.touchstone.vm.cli.repl;

import java.util.Locale;

/** Amounts as a person reads them. */
final class Amounts {
  private Amounts() {}

  /** A time: {@code 12.3 ms}. */
  static String time(long nanoseconds) {
    double milliseconds = nanoseconds / 1e6;
    return milliseconds < 1000
        ? rounded(milliseconds) + " ms"
        : rounded(milliseconds / 1000) + " s";
  }

  /** An amount of memory: {@code 1.2 MB}. */
  static String memory(long bytes) {
    if (bytes < 1000) {
      return bytes + " bytes";
    }
    double amount = bytes;
    String unit = "";
    for (String larger : new String[] {"kB", "MB", "GB", "TB"}) {
      if (amount >= 999.5) {
        amount /= 1000;
        unit = larger;
      }
    }
    return rounded(amount) + " " + unit;
  }

  /** A number, its digits in groups. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number of steps. */
  static String steps(long number) {
    return count(number) + (number == 1 ? " step" : " steps");
  }

  /** Three digits, as far as they are behind the point. */
  private static String rounded(double amount) {
    int behind = amount < 10 ? 2 : amount < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + behind + "f", amount);
  }
}
