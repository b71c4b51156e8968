package dev.touchstone.vm.cli.repl;

import dev.touchstone.vm.api.Completion;
import dev.touchstone.vm.api.ReplSession;
import dev.touchstone.vm.cli.repl.Input.Item;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Diagnostic;
import dev.touchstone.vm.source.Source;
import java.util.OptionalInt;

/** Does what is typed, piece by piece. */
final class Listener {
  private final ReplSession session;
  private final Evaluations evaluations;
  private final CommandRunner commands;
  private final Screen screen;
  private final Surroundings surroundings;
  private int inputs;
  private boolean failed;
  private OptionalInt exitCode = OptionalInt.empty();

  Listener(ReplSession session, Screen screen, Interrupts interrupts, Surroundings surroundings) {
    this.session = session;
    this.evaluations = new Evaluations(session, screen, interrupts);
    this.commands = new CommandRunner(this, session, evaluations, screen, surroundings);
    this.screen = screen;
    this.surroundings = surroundings;
  }

  /** Whether a text has to go on. */
  static boolean isUnfinished(String text) {
    return !text.strip().equals(",") && Input.of(Source.of("", text)) instanceof Input.Unfinished;
  }

  /** Does what a text says, up to the first failure. */
  void take(String text) {
    if (text.isBlank()) {
      return;
    }
    Source source = Source.of("<input " + ++inputs + ">", text);
    if (text.strip().equals(",")) {
      commands.help();
      return;
    }
    switch (Input.of(source)) {
      case Input.Unfinished(Diagnostic diagnostic) -> reject(diagnostic);
      case Input.Wrong(Diagnostic diagnostic) -> reject(diagnostic);
      case Input.Whole whole -> takeAll(whole);
    }
  }

  private void reject(Diagnostic diagnostic) {
    screen.complain(diagnostic.render());
    failed = true;
  }

  private void takeAll(Input.Whole input) {
    int left = input.items().size();
    for (Item item : input.items()) {
      left--;
      boolean fine =
          switch (item) {
            case Item.Form(Syntax form) -> takeForm(input.source(), form);
            case Item.Command command -> commands.run(input.source(), command);
          };
      failed |= !fine;
      if (exitCode.isPresent()) {
        return;
      }
      if (!fine) {
        if (left > 0) {
          screen.note(
              left == 1 ? "1 form after it is left out" : left + " forms after it are left out");
        }
        return;
      }
    }
  }

  /**
   * Evaluates a form and shows what comes of it.
   *
   * @return whether that is no failure
   */
  boolean takeForm(Source source, Syntax form) {
    return finish(evaluations.evaluate(source, form, null));
  }

  /** Shows what came of a form, and leaves if that is what it did. */
  boolean finish(ReplSession.Evaluated evaluated) {
    if (evaluated.completion() instanceof Completion.Exited(int code, var _)) {
      leave(code);
    }
    return evaluations.show(evaluated);
  }

  /** Closes what programs have left open. */
  void end() {
    session.end();
  }

  /** The session is to end. */
  void leave(int code) {
    exitCode = OptionalInt.of(code);
  }

  /** The code to leave with where the session is simply over: whether anything failed. */
  int quitCode() {
    return surroundings.isAttended() || !failed ? 0 : 1;
  }

  /** With which code to leave; empty as long as the session goes on. */
  OptionalInt exitCode() {
    return exitCode;
  }
}
