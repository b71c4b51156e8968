package dev.touchstone.vm.cli;

import dev.touchstone.vm.api.Completion;
import dev.touchstone.vm.api.ErrorText;
import dev.touchstone.vm.api.JvmHost;
import dev.touchstone.vm.api.ReferenceVm;
import dev.touchstone.vm.api.TraceOutcome;
import dev.touchstone.vm.machine.MachineFault;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.trace.Level;
import dev.touchstone.vm.trace.Recorder;
import dev.touchstone.vm.trace.RollingHash;
import dev.touchstone.vm.trace.Trace;
import dev.touchstone.vm.trace.TraceLines;
import dev.touchstone.vm.trace.TraceText;
import dev.touchstone.vm.trace.Tracer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code vm trace}: runs a program and shows what it does. */
final class TraceCommand {
  private final Console console;
  private final String subject;

  TraceCommand(Console console, String version) {
    this.console = console;
    this.subject = "touchstone " + version;
  }

  /**
   * What is to be traced, and how it is shown.
   *
   * @param json whether it is shown as the lines of a trace's file
   * @param from the first record that is shown
   * @param to the last
   * @param interval whether these were asked for
   * @param file where the trace goes, or null for standard output
   */
  record Wish(
      Level level, boolean json, long from, long to, boolean interval, @Nullable String file) {
    /** What holds where nothing is said. */
    static final Wish DEFAULT = new Wish(Level.CALLS, false, 1, Long.MAX_VALUE, false, null);

    /** The level, if anything was asked for. */
    Optional<Level> asked() {
      return equals(DEFAULT) ? Optional.empty() : Optional.of(level);
    }

    /** The same with one option more. */
    Wish with(String option, String value) {
      return switch (option) {
        case "--level" ->
            new Wish(
                Level.of(value.toLowerCase(Locale.ROOT))
                    .orElseThrow(
                        () ->
                            new WrongUse("--level is calls, events or steps, not " + value + ".")),
                json,
                from,
                to,
                interval,
                file);
        case "--format" -> new Wish(level, isJson(value), from, to, interval, file);
        case "--from" -> new Wish(level, json, number(option, value), to, true, file);
        case "--to" -> new Wish(level, json, from, number(option, value), true, file);
        default -> new Wish(level, json, from, to, interval, value);
      };
    }

    private static boolean isJson(String value) {
      return switch (value) {
        case "json" -> true;
        case "text" -> false;
        default -> throw new WrongUse("--format is text or json, not " + value + ".");
      };
    }

    private static long number(String option, String value) {
      if (!value.matches("[0-9]{1,18}") || Long.parseLong(value) == 0) {
        throw new WrongUse(
            "The option " + option + " needs a whole number of at least 1, not " + value + ".");
      }
      return Long.parseLong(value);
    }
  }

  /** Runs the program; the exit code is that of {@code vm run}. */
  int run(Source program, Options options) {
    Wish wish = options.trace();
    if (wish.from() > wish.to()) {
      throw new WrongUse("--from must not lie behind --to.");
    }
    boolean aside = wish.file() != null;
    JvmHost host =
        new JvmHost(
            aside ? console::write : wish.json() ? _ -> {} : this::quote,
            console::flush,
            ConsoleGrants.of(console, options));
    ConsoleGrants.withTexts(host, options);
    Recorder recorder =
        wish.interval()
            ? Recorder.ofInterval(wish.level(), wish.from(), wish.to())
            : Recorder.ofEnds(wish.level());
    StringBuilder text = new StringBuilder();
    TraceText shown =
        new TraceText(
            recorder,
            wish.from(),
            wish.to(),
            !aside && console.hasColours(),
            aside ? text::append : console::write);
    ReferenceVm vm = ReferenceVm.create();
    Completion completion;
    try {
      completion = run(vm, program, options, host, wish.json() ? recorder : shown);
    } catch (MachineFault fault) {
      // A bug of ours: what was traced so far is what its finder wants to see.
      show(wish, recorder.trace(header(wish, program), "crash"), text.toString());
      throw fault;
    }
    if (completion instanceof Completion.Rejected) {
      console.complain(ErrorText.render(completion));
      return Commands.WRONG;
    }
    Trace trace = recorder.trace(header(wish, program), TraceOutcome.of(completion));
    show(wish, trace, text.toString());
    return end(completion, trace);
  }

  private static Completion run(
      ReferenceVm vm, Source program, Options options, JvmHost host, Tracer tracer) {
    return program.name().endsWith(".tasm")
        ? vm.trace(vm.assemble(program), options.limits(), host, tracer)
        : vm.trace(program, options.limits(), host, tracer);
  }

  private void show(Wish wish, Trace trace, String text) {
    String result = wish.json() ? String.join("\n", TraceLines.of(trace)) + "\n" : text;
    if (wish.file() != null) {
      write(wish.file(), result);
    } else if (wish.json()) {
      console.write(result);
    }
  }

  private Trace.Header header(Wish wish, Source program) {
    return new Trace.Header(wish.level(), program.name(), RollingHash.of(program.text()), subject);
  }

  /** What the program writes stands between the records, each line behind a mark. */
  private void quote(String output) {
    console.freshLine();
    output.lines().forEach(line -> console.write("        | " + line + "\n"));
  }

  private static void write(String file, String text) {
    try {
      Files.writeString(Path.of(file), text);
    } catch (IOException | InvalidPathException e) {
      throw new WrongUse("The trace cannot be written to " + file + ": " + e.getMessage() + ".");
    }
  }

  private int end(Completion completion, Trace trace) {
    console.freshLine();
    Trace.Footer footer = trace.footer();
    console.complain(
        "%d records, hash %s, %s".formatted(footer.count(), footer.hash(), footer.outcome()));
    return switch (completion) {
      case Completion.Returned _ -> Commands.OK;
      case Completion.Rejected _ -> Commands.WRONG;
      case Completion.Raised _ -> complain(completion, Commands.FAILED);
      case Completion.Exhausted _ -> complain(completion, Commands.LIMIT);
      case Completion.Exited(int code, var _) -> code;
    };
  }

  private int complain(Completion completion, int code) {
    console.complain(ErrorText.render(completion));
    return code;
  }
}
