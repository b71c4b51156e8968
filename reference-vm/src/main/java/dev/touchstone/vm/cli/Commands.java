package dev.touchstone.vm.cli;

import dev.touchstone.vm.api.Completion;
import dev.touchstone.vm.api.DefinitionalVm;
import dev.touchstone.vm.api.ErrorText;
import dev.touchstone.vm.api.JvmHost;
import dev.touchstone.vm.api.ReferenceVm;
import dev.touchstone.vm.api.Vm;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.cli.CodeFiles.Content;
import dev.touchstone.vm.cli.repl.Repl;
import dev.touchstone.vm.serve.Server;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Value;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/** What each command does; each returns its exit code. */
final class Commands {
  /** The command did what it was asked. */
  static final int OK = 0;

  /** The program ended with an error. */
  static final int FAILED = 1;

  /** The command line is wrong, or the program was rejected. */
  static final int WRONG = 2;

  /** The program reached a limit. */
  static final int LIMIT = 4;

  static final String HELP =
      """
      vm runs programs in Touchstone Scheme on the reference VM.

      Usage: vm [repl]          an interactive session; ,help tells what can be typed there
             vm run FILE [ARG...]  run a program; prints what the program prints. The
                                arguments are its command line; -- before one that
                                begins with --
             vm run -           the same, the program from standard input
             vm eval EXPR       evaluate a program given as text, print its value
             vm trace FILE|-    run a program and show what it does (spec chapter 24)
             vm expand FILE|-   show a program without macros, in Core (spec chapter 20)
             vm disasm FILE|-   show the instructions that a program is compiled to, as
                                assembly
             vm asm FILE|-      check a file of assembly (spec chapter 22); with --run
                                also run it, and print its value
             vm compile FILE OUT  write the instructions to a file in binary form
             vm verify FILE|-   check code by the rules of spec chapter 23
             vm serve           answer a runner over stdin and stdout (spec chapter 11)
             vm --help | --version

      A FILE is a program in Scheme; or code: assembly, if its name ends in .tasm, or what
      vm compile has written.

      A session whose input is no terminal takes forms from it and prints their values, without
      a prompt; it goes on after an error.

      Options, for run, eval, trace, asm --run, serve, and each form of a session:
             --max-steps N      at most N procedure calls
             --max-time TIME    at most that long: 500ms, 10s, 2m
             --max-stack N      at most N values, and N pending calls, on the stack
             --max-output N     at most N bytes of output
             --max-allocation N at most N bytes of memory, garbage included
             --sandbox          no files, environment variables and clock for the program; what
                                it imports, includes or loads is still found beside it and in
                                the library path
             --library-path DIR look for libraries there before the program's own directory;
                                (foo bar) is in foo/bar.sld; may be given again
      and for trace:
             --level LEVEL      calls, events or steps (of serve: every run is traced, for nobody)
             --format FORMAT    text, or json: the lines of a trace file
             --from N, --to N   the records of that interval alone
             -o FILE            the trace goes there, the output where it always goes
      and for run and eval:
             --definitional     by the evaluator of spec chapter 21: slow, and a second opinion
      and for repl:
             --no-history       what is typed is not kept; otherwise it is, in
                                $XDG_STATE_HOME/touchstone/history (~/.local/state)

      Examples:
             vm
             echo '(map square (list 1 2 3))' | vm
             vm eval '(+ 1 2)'
             vm eval '(define (twice f) (lambda (x) (f (f x)))) ((twice square) 3)'
             echo '(display "hello") (newline)' | vm run -
             vm trace --level events program.scm
             vm run --max-time 10s program.scm
             vm compile program.scm program.tbc; vm run program.tbc
             vm disasm program.scm > program.tasm; vm asm --run program.tasm
             vm eval --max-steps 1000 '(define (f) (f)) (f)'
             echo '(run (id "1") (program "(+ 1 2)"))' | vm serve

      Exit codes: 0 the program ended; 1 with an error that it did not handle; 2 wrong use,
      or the program was rejected; 4 a limit was reached. A program that calls exit sets its own.
      A session that takes forms from no terminal ends 1 if one of them failed, whatever the
      reason.
      """;

  private final Console console;
  private CodeFiles files;

  private Commands(Console console) {
    this.console = console;
    this.files = new CodeFiles(console, new JvmHost(console::write));
  }

  /** Runs a command line. */
  static int execute(String[] arguments, Console console) {
    try {
      int code = new Commands(console).dispatch(arguments);
      console.flush();
      return code;
    } catch (Console.ClosedPipe quiet) {
      return OK;
    } catch (OutOfMemoryError full) {
      // Not to go on, but to end with a sentence where Java would print its own stack.
      return console.lastWords("limit reached: memory; java -Xmx sets the size of the heap", LIMIT);
    }
  }

  private int dispatch(String[] arguments) {
    try {
      return switch (arguments.length == 0 ? "repl" : arguments[0]) {
        case "--help", "-h", "help" -> print(HELP);
        case "--version" -> print("Touchstone reference VM " + version() + "\n");
        default -> program(Options.parse(arguments));
      };
    } catch (WrongUse wrong) {
      console.complain("vm: " + wrong.getMessage());
      return WRONG;
    } catch (DiagnosticException rejection) {
      console.complain(rejection.diagnostic().render());
      return WRONG;
    }
  }

  private int print(String text) {
    console.write(text);
    return OK;
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }

  private int program(Options options) {
    files = new CodeFiles(console, host(options));
    if (options.words().equals(List.of("serve"))) {
      return serve(options);
    }
    List<String> words = options.words();
    if (words.isEmpty() || words.equals(List.of("repl"))) {
      return repl(options);
    }
    if (words.getFirst().equals("repl")) {
      throw new WrongUse("A session takes no program from the command line; ,load FILE does.");
    }
    if (!options.keepsHistory()) {
      throw new WrongUse("The option --no-history is for repl only.");
    }
    if (words.getFirst().equals("compile") && words.size() == 3) {
      return files.compile(words.get(1), words.get(2));
    }
    boolean takesArguments = List.of("run", "trace").contains(words.getFirst());
    if (words.size() < 2 || (words.size() > 2 && !takesArguments)) {
      throw new WrongUse(
          "A command and one program are needed, as in: vm run FILE. vm --help shows more.");
    }
    String command = words.getFirst();
    String subject = words.get(1);
    if (options.run() && !command.equals("asm")) {
      throw new WrongUse("The option --run is for asm only.");
    }
    return switch (command) {
      case "run" -> run(subject, options);
      case "eval" -> run(Source.of("<eval>", subject), options, true);
      case "trace" -> new TraceCommand(console, version()).run(files.text(subject), options);
      case "expand" -> print(ReferenceVm.create().expand(files.text(subject), host(options)));
      case "disasm" -> files.disassemble(subject);
      case "asm" -> assemble(subject, options);
      case "compile" -> throw new WrongUse("Where to? As in: vm compile FILE OUT.");
      case "verify" -> files.verify(subject);
      default ->
          throw new WrongUse(
              "There is no command "
                  + command
                  + "; there are repl, run, eval, trace, expand, disasm, asm, compile, verify,"
                  + " serve.");
    };
  }

  private int repl(Options options) {
    String greeting = "Touchstone reference VM " + version() + "; ,help tells more.";
    Repl.Wishes wishes =
        new Repl.Wishes(
            options.limits(),
            options.keepsHistory(),
            console.hasColours(),
            greeting,
            System.getenv(),
            (out, change) ->
                ConsoleGrants.withTexts(
                    new JvmHost(
                        out, console::flush, change.apply(ConsoleGrants.of(console, options))),
                    options));
    try {
      return console.isTerminal()
          ? Repl.atTerminal(wishes, console::readLine, this::writeAtOnce)
          : Repl.overStreams(wishes, console::readLine, console::write, this::complainWith);
    } catch (CharacterCodingException e) {
      throw new WrongUse("The input is not UTF-8.");
    } catch (IOException e) {
      throw new WrongUse("The input cannot be read: " + e.getMessage() + ".");
    }
  }

  private void writeAtOnce(String text) {
    console.write(text);
    console.flush();
  }

  private void complainWith(String lines) {
    console.complain(lines.stripTrailing());
  }

  /** Answers requests to the end of the input, or until the runner says good-bye. */
  private int serve(Options options) {
    Server server = new Server(version(), options.limits(), options.trace().asked());
    int number = 0;
    try {
      for (String line = console.readLine(); line != null; line = console.readLine()) {
        number++;
        Server.Reply reply = server.answer(line);
        reply.line().ifPresent(answer -> console.write(answer + "\n"));
        console.flush();
        if (!reply.goesOn()) {
          return OK;
        }
      }
      return OK;
    } catch (IllegalArgumentException bad) {
      throw new WrongUse("line " + number + " is no message: " + bad.getMessage());
    } catch (CharacterCodingException e) {
      throw new WrongUse("line " + (number + 1) + " is no message: it is not UTF-8.");
    } catch (IOException e) {
      throw new WrongUse("The input cannot be read: " + e.getMessage() + ".");
    }
  }

  private int run(String file, Options options) {
    return switch (files.read(file)) {
      case Content.Program(Source source) -> run(source, options, false);
      case Content.Code _ when options.definitional() ->
          throw new WrongUse("The definitional evaluator runs programs, and " + file + " is code.");
      case Content.Code(Unit unit) ->
          end(ReferenceVm.create().run(unit, options.limits(), host(options)), false);
    };
  }

  private int run(Source source, Options options, boolean printsValue) {
    Vm vm = options.definitional() ? DefinitionalVm.create() : ReferenceVm.create();
    return end(vm.run(source, options.limits(), host(options)), printsValue);
  }

  /** What the user has, the program has, unless it is in the sandbox. */
  private JvmHost host(Options options) {
    return ConsoleGrants.withTexts(
        new JvmHost(console::write, console::flush, ConsoleGrants.of(console, options)), options);
  }

  private int assemble(String file, Options options) {
    ReferenceVm vm = ReferenceVm.create();
    Unit unit = vm.assemble(files.text(file));
    return options.run() ? end(vm.run(unit, options.limits(), host(options)), true) : OK;
  }

  private int end(Completion completion, boolean printsValue) {
    return switch (completion) {
      case Completion.Returned returned -> printsValue ? printValues(returned) : OK;
      case Completion.Rejected _ -> complain(completion, WRONG);
      case Completion.Raised _ -> complain(completion, FAILED);
      case Completion.Exhausted _ -> complain(completion, LIMIT);
      case Completion.Exited(int code, var _) -> code;
    };
  }

  private int printValues(Completion.Returned returned) {
    for (Value value : returned.values()) {
      console.freshLine();
      try {
        console.write(Printer.write(value) + "\n");
      } catch (SchemeError tooLong) {
        console.complain(ErrorText.message(tooLong.condition()));
        return LIMIT;
      }
    }
    return OK;
  }

  private int complain(Completion completion, int code) {
    console.freshLine();
    console.complain(ErrorText.render(completion));
    return code;
  }
}
