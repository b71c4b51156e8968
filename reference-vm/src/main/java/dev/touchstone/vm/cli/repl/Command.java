package dev.touchstone.vm.cli.repl;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be asked for besides the value of a form; typed as a comma and the word. */
enum Command {
  DOC("NAME", "what the spec says of a name, and an example"),
  EXPAND("EXPR", "the expression in Core, the language that is compiled"),
  DISASM("NAME", "the canonical instructions of a procedure"),
  TRACE("EXPR", "the calls and events while an expression is evaluated"),
  TIME("EXPR", "how long it takes, in how many steps and how much memory"),
  LOAD("FILE", "evaluate the forms of a file"),
  IMPORT("SET", "the same as (import SET)"),
  HELP("", "this list"),
  QUIT("", "leave, as Ctrl-D does");

  private final String argument;
  private final String summary;

  Command(String argument, String summary) {
    this.argument = argument;
    this.summary = summary;
  }

  /** The word, without the comma. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What follows the word; empty if nothing does. */
  String argument() {
    return argument;
  }

  /** What it does. */
  String summary() {
    return summary;
  }

  /** All words. */
  static List<String> words() {
    return Arrays.stream(values()).map(Command::word).toList();
  }

  /** The command of that word; else those whose words begin with it. */
  static List<Command> of(String word) {
    List<Command> begun =
        Arrays.stream(values()).filter(each -> each.word().startsWith(word)).toList();
    return begun.stream()
        .filter(each -> each.word().equals(word))
        .findFirst()
        .map(List::of)
        .orElse(begun);
  }
}
