package dev.touchstone.vm.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;

/** The command {@code vm}. */
public final class Main {
  private Main() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] arguments) {
    Console console =
        new Console(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            isTerminal(),
            hasColours());
    System.exit(Commands.execute(arguments, console));
  }

  @SuppressWarnings("SystemConsoleNull") // JDK 25 does return null again where there is none.
  private static boolean isTerminal() {
    java.io.Console terminal = System.console();
    return terminal != null && terminal.isTerminal();
  }

  private static boolean hasColours() {
    return isTerminal()
        && !"dumb".equals(System.getenv().getOrDefault("TERM", "dumb"))
        && System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
  }
}
