package dev.touchstone.vm.cli.repl;

import dev.touchstone.vm.api.Host;
import dev.touchstone.vm.api.Limits;
import dev.touchstone.vm.api.ReferenceVm;
import dev.touchstone.vm.api.ReplSession;
import dev.touchstone.vm.machine.Grants;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The command {@code vm repl}. */
public final class Repl {
  /** What stands before what is typed. */
  static final String PROMPT = "> ";

  /** As wide as the prompt, so that the lines of a form stand beneath each other. */
  static final String CONTINUED = "  ";

  private Repl() {}

  /**
   * What the user wishes.
   *
   * @param limits of each evaluation
   * @param keepsHistory whether what is typed is kept for the next session
   * @param colours whether what is shown may be coloured
   * @param greeting the first line that is shown
   * @param environment the variables of the process
   * @param hosts makes a host of where the program's output goes and what becomes of its grants
   */
  public record Wishes(
      Limits limits,
      boolean keepsHistory,
      boolean colours,
      String greeting,
      Map<String, String> environment,
      BiFunction<Consumer<String>, UnaryOperator<Grants>, Host> hosts) {
    /** Copies the variables. */
    public Wishes {
      environment = Map.copyOf(environment);
    }
  }

  /**
   * A session at the terminal of the process; returns the code to leave with.
   *
   * @param lines what is typed, if the terminal can do nothing but show lines
   * @param out where everything goes then, at once
   */
  public static int atTerminal(Wishes wishes, LineSource lines, Consumer<String> out)
      throws IOException {
    OptionalInt code = isDumb(wishes) ? OptionalInt.empty() : TerminalRepl.run(wishes);
    return code.isPresent() ? code.getAsInt() : atDumbTerminal(wishes, lines, out);
  }

  private static boolean isDumb(Wishes wishes) {
    return wishes.environment().getOrDefault("TERM", "dumb").equals("dumb");
  }

  private static int atDumbTerminal(Wishes wishes, LineSource lines, Consumer<String> out)
      throws IOException {
    Screen screen = Screen.ofTerminal(out, /* colours= */ false, () -> Screen.USUAL_WIDTH);
    Interrupts interrupts = new Interrupts();
    Host host =
        wishes
            .hosts()
            .apply(
                screen::program,
                grants ->
                    grants.withInput(new LineInput(lines)).withErrors(new ScreenErrors(screen)));
    ReplSession session = ReferenceVm.create().session(wishes.limits(), host);
    Surroundings surroundings = surroundings(wishes, host, /* attended= */ true);
    StreamRepl repl =
        StreamRepl.prompting(new Listener(session, screen, interrupts, surroundings), screen);
    screen.line(wishes.greeting());
    TerminalRepl.onInterrupt(() -> interrupts.ask(screen, repl::clear));
    return repl.run(lines);
  }

  /**
   * A session over streams, without prompt and colours.
   *
   * @return 0; or 1 if a form failed; or what the program chose to exit with
   */
  public static int overStreams(
      Wishes wishes, LineSource lines, Consumer<String> out, Consumer<String> errors)
      throws IOException {
    Screen screen = Screen.ofStreams(out, errors);
    Host host =
        wishes.hosts().apply(screen::program, grants -> grants.withInput(new LineInput(lines)));
    ReplSession session = ReferenceVm.create().session(wishes.limits(), host);
    Surroundings surroundings = surroundings(wishes, host, /* attended= */ false);
    Listener listener = new Listener(session, screen, new Interrupts(), surroundings);
    return StreamRepl.silent(listener, screen).run(lines);
  }

  static Surroundings surroundings(Wishes wishes, Host host, boolean attended) {
    return new Surroundings() {
      @Override
      public long nanoTime() {
        return host.nanoTime();
      }

      @Override
      public long allocatedBytes() {
        return host.allocatedBytes();
      }

      @Override
      public String read(Path file) throws IOException {
        return StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
            .toString();
      }

      @Override
      public boolean isAttended() {
        return attended;
      }

      @Override
      public Path home() {
        return StateFiles.home(wishes.environment());
      }
    };
  }
}
