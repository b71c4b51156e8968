package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.corpus.Suggestion;
import dev.touchstone.conformance.engine.setup.StandardWorkshop;
import dev.touchstone.conformance.engine.setup.Workshop;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The entry point. The system property {@code touchstone.home} names the top of a checkout. */
public final class Main {
  /** The system property that names the top of the checkout. */
  public static final String HOME = "touchstone.home";

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Optional<Path> home = Optional.ofNullable(System.getProperty(HOME)).map(Path::of);
    Terminal terminal = Terminal.ofProcess(System.getenv(), home);
    int code = run(terminal, new StandardWorkshop(home), arguments);
    terminal.out().flush();
    terminal.err().flush();
    System.exit(code);
  }

  /** Runs a command. */
  static int run(Terminal terminal, Workshop workshop, String... arguments) {
    CommandLine command =
        new CommandLine(new TouchstoneCommand(), new CommandFactory(terminal, workshop))
            .setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()))
            .setErr(new PrintWriter(terminal.err(), true, terminal.err().charset()))
            .setColorScheme(
                CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF))
            .setUsageHelpWidth(Math.min(terminal.width(), 100))
            .setParameterExceptionHandler((wrong, _) -> wrongUse(terminal, wrong))
            .setExecutionExceptionHandler((failure, _, _) -> failed(terminal, failure));
    return command.execute(arguments);
  }

  private static int wrongUse(Terminal terminal, ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    String sentence =
        wrong instanceof UnmatchedArgumentException unmatched
            ? unmatched(command, unmatched.getUnmatched().getFirst())
            : String.valueOf(wrong.getMessage()).lines().findFirst().orElse("wrong use");
    complain(terminal, sentence);
    terminal
        .err()
        .println("  './" + command.getCommandSpec().qualifiedName() + " --help' shows its use.");
    return ExitCode.WRONG_USE;
  }

  private static String unmatched(CommandLine command, String argument) {
    boolean option = argument.startsWith("-");
    boolean noCommand = !option && !command.getSubcommands().isEmpty();
    Set<String> known =
        option ? command.getCommandSpec().optionsMap().keySet() : command.getSubcommands().keySet();
    String kind = option ? "there is no option" : noCommand ? "there is no command" : "unexpected";
    return kind
        + " '"
        + argument
        + "'"
        + Suggestion.nearest(argument, known)
            .map(near -> "; did you mean '" + near + "'?")
            .orElse("");
  }

  private static int failed(Terminal terminal, Exception failure) {
    if (failure instanceof CliException sentence) {
      complain(terminal, sentence.sentence());
      return sentence.exitCode();
    }
    complain(terminal, "a fault in Touchstone itself: " + failure);
    failure.printStackTrace(terminal.err());
    return ExitCode.WRONG_USE;
  }

  private static void complain(Terminal terminal, String sentence) {
    terminal.err().println("touchstone: " + sentence);
  }
}
