package dev.touchstone.vm.cli.repl;

import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * Where everything is shown. What a program writes may end within a line; whatever else is shown
 * begins a line of its own.
 */
final class Screen {
  /** How wide what is shown is where nobody knows how wide the screen is. */
  static final int USUAL_WIDTH = 80;

  /** How many lines of a value are shown where somebody looks at them. */
  private static final int MOST_LINES = 12;

  private final Consumer<String> out;
  private final Consumer<String> errors;
  private final boolean colours;
  private final IntSupplier width;
  private final boolean shortens;
  private volatile boolean lineIsOpen;

  private Screen(
      Consumer<String> out,
      Consumer<String> errors,
      boolean colours,
      IntSupplier width,
      boolean shortens) {
    this.out = out;
    this.errors = errors;
    this.colours = colours;
    this.width = width;
    this.shortens = shortens;
  }

  /** A terminal: everything goes there, and long values are cut. */
  static Screen ofTerminal(Consumer<String> out, boolean colours, IntSupplier width) {
    return new Screen(out, out, colours, width, /* shortens= */ true);
  }

  /** Two streams that somebody else reads. */
  static Screen ofStreams(Consumer<String> out, Consumer<String> errors) {
    return new Screen(out, errors, /* colours= */ false, () -> USUAL_WIDTH, /* shortens= */ false);
  }

  /** Whether what is shown may be coloured. */
  boolean hasColours() {
    return colours;
  }

  /** How many columns there are. */
  int width() {
    int columns = width.getAsInt();
    return columns > 0 ? columns : USUAL_WIDTH;
  }

  /** What the program writes. */
  void program(String text) {
    if (!text.isEmpty()) {
      lineIsOpen = text.charAt(text.length() - 1) != '\n';
      out.accept(text);
    }
  }

  /** Asks for a line; an empty prompt is none. */
  void prompt(String prompt) {
    if (!prompt.isEmpty()) {
      freshLine();
      out.accept(prompt);
    }
  }

  /** The terminal has shown of itself what its user typed. */
  void echoed() {
    lineIsOpen = true;
  }

  /** Its user has ended a line. */
  void answered() {
    lineIsOpen = false;
  }

  /** Ends the line if something stands in it. */
  void freshLine() {
    if (lineIsOpen) {
      program("\n");
    }
  }

  /** Shows a line, or several. */
  void line(String text) {
    freshLine();
    out.accept(text + "\n");
  }

  /** Shows something that is no value and no output. */
  void note(String text) {
    line(paint(Paint.NOTE, "; " + text));
  }

  /** Shows a value. */
  void value(String written) {
    int most = MOST_LINES * width();
    int length = written.codePointCount(0, written.length());
    if (!shortens || length <= most) {
      line(paint(Paint.ARROW, "=> ") + written);
      return;
    }
    line(
        paint(Paint.ARROW, "=> ")
            + written.substring(0, written.offsetByCodePoints(0, most))
            + "...");
    note(Amounts.count(length) + " characters in all; write shows them");
  }

  /** Complains: the first line says of what. */
  void complain(String text) {
    freshLine();
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    errors.accept(paint(Paint.ERROR, first) + text.substring(first.length()) + "\n");
  }

  /** A text in a colour, if there are colours. */
  String paint(Paint paint, String text) {
    return colours ? paint.on(text) : text;
  }

  /** A line that is cut where the screen ends; colours take no room. */
  String fitted(String line) {
    if (!shortens) {
      return line;
    }
    int room = width() - 1;
    int at = 0;
    while (at < line.length()) {
      if (line.charAt(at) == '\u001b') {
        at = line.indexOf('m', at) + 1;
      } else if (room-- > 0) {
        at += Character.charCount(line.codePointAt(at));
      } else {
        return line.substring(0, at) + (colours ? "\u001b[0m" : "");
      }
    }
    return line;
  }
}
