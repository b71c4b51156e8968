package dev.touchstone.vm.cli.repl;

import dev.touchstone.vm.api.Completion;
import dev.touchstone.vm.api.ReplSession;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.bytecode.assembly.AssemblyWriter;
import dev.touchstone.vm.cli.repl.Input.Item;
import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.CorePrinter;
import dev.touchstone.vm.machine.ProcedureCode;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.trace.Level;
import dev.touchstone.vm.trace.Recorder;
import dev.touchstone.vm.trace.TraceText;
import dev.touchstone.vm.value.Procedure;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Does what commands ask for. Each returns whether it could be done. */
final class CommandRunner {
  /** How many records of a trace are shown. */
  private static final int MOST_RECORDS = 200;

  private final Listener listener;
  private final ReplSession session;
  private final Evaluations evaluations;
  private final Screen screen;
  private final Surroundings surroundings;
  private @Nullable Docs docs;

  CommandRunner(
      Listener listener,
      ReplSession session,
      Evaluations evaluations,
      Screen screen,
      Surroundings surroundings) {
    this.listener = listener;
    this.session = session;
    this.evaluations = evaluations;
    this.screen = screen;
    this.surroundings = surroundings;
  }

  boolean run(Source source, Item.Command typed) {
    List<Command> found = Command.of(typed.word());
    if (found.size() != 1) {
      return fail(
          found.isEmpty()
              ? "There is no command ,"
                  + typed.word()
                  + "."
                  + Nearest.question(",", typed.word(), Command.words())
                  + " ,help lists them."
              : "The command ," + typed.word() + " may be " + alternatives(found) + ".");
    }
    Command command = found.getFirst();
    return switch (command) {
      case HELP -> help();
      case QUIT -> quit();
      case LOAD -> typed.line().isEmpty() ? lacks(command) : load(typed);
      case DOC, EXPAND, DISASM, TRACE, TIME, IMPORT ->
          typed.arguments().size() == 1
              ? run(source, command, typed.arguments().getFirst())
              : lacks(command);
    };
  }

  private boolean run(Source source, Command command, Syntax argument) {
    return switch (command) {
      case DOC -> doc(argument);
      case EXPAND -> expand(source, argument);
      case DISASM -> disassemble(source, argument);
      case TRACE -> trace(source, argument);
      case TIME -> time(source, argument);
      case IMPORT -> doImport(source, argument);
      case HELP, QUIT, LOAD -> throw new IllegalArgumentException(command.word());
    };
  }

  private static String alternatives(List<Command> commands) {
    return String.join(" or ", commands.stream().map(each -> "," + each.word()).toList());
  }

  private boolean lacks(Command command) {
    String example = "," + command.word() + " " + command.argument();
    return fail("The command takes one argument: " + example + ".");
  }

  private boolean fail(String sentence) {
    screen.complain(sentence);
    return false;
  }

  boolean help() {
    screen.line("A form is evaluated. Besides there are these, which may be shortened:");
    for (Command command : Command.values()) {
      screen.line(
          "  %-14s %s"
              .formatted(
                  "," + (command.word() + " " + command.argument()).strip(), command.summary()));
    }
    screen.line("Tab completes a name, Ctrl-C ends an evaluation, Ctrl-D leaves.");
    return true;
  }

  private boolean quit() {
    listener.leave(listener.quitCode());
    return true;
  }

  private boolean doc(Syntax argument) {
    if (!(argument instanceof Syntax.Atom(Symbol name, Span _))) {
      return lacks(Command.DOC);
    }
    Docs known = docs();
    Docs.Doc doc = known.of(name);
    if (doc != null) {
      new DocText(screen).show(doc);
      return true;
    }
    if (session.valueOf(name.name()) != null || session.isSyntax(name.name())) {
      screen.note(name.name() + " is no standard name, so the spec says nothing of it");
      return true;
    }
    return fail(
        "Nothing is known of " + name + "." + Nearest.question("", name.name(), known.names()));
  }

  private Docs docs() {
    Docs known = docs;
    if (known == null) {
      known = Docs.shipped();
      docs = known;
    }
    return known;
  }

  private boolean expand(Source source, Syntax expression) {
    try {
      for (Core form : session.expand(source, expression).forms()) {
        screen.line(Layout.of(CorePrinter.print(form), screen.width()));
      }
      return true;
    } catch (DiagnosticException rejection) {
      screen.complain(rejection.diagnostic().render());
      return false;
    }
  }

  private boolean disassemble(Source source, Syntax argument) {
    if (argument instanceof Syntax.Atom(Symbol name, Span _)) {
      Value value = session.valueOf(name.name());
      if (session.isSyntax(name.name())) {
        return fail(
            name + " is syntax, which has no instructions; ,expand shows what becomes of it.");
      }
      return value == null
          ? fail(
              "There is no variable "
                  + name
                  + "."
                  + Nearest.question("", name.name(), session.names()))
          : disassemble(name.name(), value);
    }
    ReplSession.Evaluated evaluated = evaluations.evaluate(source, argument, null);
    if (evaluated.completion() instanceof Completion.Returned returned
        && returned.values().size() == 1) {
      return disassemble("The value", returned.values().getFirst());
    }
    return listener.finish(evaluated);
  }

  private boolean disassemble(String name, Value value) {
    if (!(value instanceof Procedure procedure)) {
      return fail(name + " is no procedure.");
    }
    List<Unit> code = ProcedureCode.of(procedure);
    if (code.isEmpty()) {
      screen.note(
          procedure.name() + " is written in Java, not in instructions" + integrated(procedure));
    }
    for (Unit clause : code) {
      String text = AssemblyWriter.write(clause).stripTrailing();
      screen.line(
          text.replaceFirst(
              "(?m)^function main (.*?)( called .*)?$",
              "function " + clause.main().name().replace("$", "\\$") + " $1"));
    }
    return true;
  }

  private static String integrated(Procedure procedure) {
    for (Opcode opcode : Opcode.values()) {
      if (procedure.name().equals(opcode.procedure())) {
        return "; a call of it is one: " + opcode.mnemonic();
      }
    }
    return "";
  }

  private boolean trace(Source source, Syntax expression) {
    Recorder recorder = Recorder.ofInterval(Level.CALLS, 1, 0);
    TraceText shown =
        new TraceText(
            recorder,
            1,
            MOST_RECORDS,
            screen.hasColours(),
            line -> screen.line(screen.fitted(line.stripTrailing())));
    ReplSession.Evaluated evaluated = evaluations.evaluate(source, expression, shown);
    if (recorder.count() > MOST_RECORDS) {
      screen.note(
          Amounts.count(recorder.count() - MOST_RECORDS)
              + " more; vm trace shows all of a program");
    }
    return listener.finish(evaluated);
  }

  private boolean time(Source source, Syntax expression) {
    long allocated = surroundings.allocatedBytes();
    long began = surroundings.nanoTime();
    ReplSession.Evaluated evaluated = evaluations.evaluate(source, expression, null);
    long nanoseconds = surroundings.nanoTime() - began;
    long bytes = surroundings.allocatedBytes() - allocated;
    boolean fine = listener.finish(evaluated);
    String steps =
        evaluated.completion() instanceof Completion.Returned returned
            ? ", " + Amounts.steps(returned.counters().steps())
            : "";
    screen.note(Amounts.time(nanoseconds) + steps + ", " + Amounts.memory(bytes) + " allocated");
    return fine;
  }

  private boolean doImport(Source source, Syntax set) {
    Span span = set.span();
    Syntax word = new Syntax.Atom(Symbol.of("import"), span);
    return listener.takeForm(source, new Syntax.ListForm(List.of(word, set), null, span));
  }

  /** A file's name stands there as it is, or between quotation marks. */
  private boolean load(Item.Command typed) {
    String name =
        typed.arguments().size() == 1
                && typed.arguments().getFirst() instanceof Syntax.Atom(Str quoted, Span _)
            ? quoted.text()
            : typed.line();
    try {
      Path path =
          name.startsWith("~/") ? surroundings.home().resolve(name.substring(2)) : Path.of(name);
      Source file = Source.of(name, surroundings.read(path));
      List<Syntax> forms = DatumReader.readAll(file);
      return load(file, forms);
    } catch (NoSuchFileException e) {
      return fail("There is no file " + name + ".");
    } catch (CharacterCodingException e) {
      return fail("The file " + name + " is not text in UTF-8.");
    } catch (IOException | InvalidPathException e) {
      return fail("The file " + name + " cannot be read: " + e.getMessage() + ".");
    } catch (DiagnosticException rejection) {
      screen.complain(rejection.diagnostic().render());
      return false;
    }
  }

  private boolean load(Source file, List<Syntax> forms) {
    Set<String> defined = new TreeSet<>();
    for (Syntax form : forms) {
      ReplSession.Evaluated evaluated = evaluations.evaluate(file, form, null);
      if (!(evaluated.completion() instanceof Completion.Returned)) {
        return listener.finish(evaluated);
      }
      defined.addAll(evaluated.defined());
    }
    screen.note(
        "loaded "
            + file.name()
            + (defined.isEmpty() ? "" : ", which defines " + String.join(", ", defined)));
    return true;
  }
}
