package dev.touchstone.vm.bytecode.assembly;

import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Diagnostic;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of assembly: data in the notation of Scheme, the first of which says what the line is.
 *
 * <p>A {@code line} goes on with text of any kind, and a {@code CONST} may have the unspecified
 * value, which has no notation elsewhere.
 */
final class Line {
  private static final String UNSPECIFIED = "#<unspecified>";
  private static final Pattern CONST_UNSPECIFIED =
      Pattern.compile("\\s*CONST\\s+" + UNSPECIFIED + "\\s*(;.*)?");
  private static final Pattern SOURCE_LINE =
      Pattern.compile("(\\s*line\\s+)([0-9]+)(?:[ \\t](.*))?");

  private final Source source;
  private final int start;
  private final String text;
  private final boolean unspecified;
  private final @Nullable Matcher sourceLine;
  private final List<Syntax> data;

  /**
   * A line.
   *
   * @param source the text that it belongs to
   * @param start where in that it begins
   * @param text the line, without its end
   * @throws DiagnosticException if it is no sequence of data
   */
  Line(Source source, int start, String text) {
    this.source = source;
    this.start = start;
    this.text = text;
    this.unspecified = text.contains(UNSPECIFIED) && CONST_UNSPECIFIED.matcher(text).matches();
    Matcher matcher = SOURCE_LINE.matcher(text);
    this.sourceLine = text.contains("line") && matcher.matches() ? matcher : null;
    this.data = read();
  }

  private List<Syntax> read() {
    String readable = text;
    if (unspecified) {
      readable = text.substring(0, text.indexOf(UNSPECIFIED));
    } else if (sourceLine != null) {
      readable = text.substring(0, sourceLine.end(2));
    }
    try {
      return DatumReader.readAll(Source.of("<line>", readable));
    } catch (DiagnosticException unreadable) {
      Diagnostic why = unreadable.diagnostic();
      String message = why.message().replace("The text ends", "The line ends");
      throw Faults.at(span(why.span().start(), why.span().end()), message);
    }
  }

  /** What stands after the number in a {@code line}. */
  String rest() {
    String rest = sourceLine == null ? null : sourceLine.group(3);
    return rest == null ? "" : rest.strip();
  }

  boolean isBlank() {
    return data.isEmpty();
  }

  /** How many data follow the first; the unspecified value counts as one. */
  int operands() {
    return unspecified ? 1 : data.size() - 1;
  }

  /** The word that says what the line is. */
  String word() {
    if (data.getFirst() instanceof Syntax.Atom(Symbol word, _)) {
      return word.name();
    }
    throw Faults.at(span(0), "A line begins with a word: an instruction, for example.");
  }

  /** An operand, from 1, as a name. */
  String name(int index, String what) {
    if (data.get(index) instanceof Syntax.Atom(Symbol name, _)) {
      return name.name();
    }
    throw Faults.at(span(index), "Here must stand the name of " + what + ".");
  }

  /** An operand, from 1, as a whole number. */
  int number(int index, int most) {
    if (data.get(index) instanceof Syntax.Atom(Fixnum number, _)
        && number.value() >= 0
        && number.value() <= most) {
      return (int) number.value();
    }
    throw Faults.at(span(index), "Here must stand a whole number from 0 to " + most + ".");
  }

  /** An operand, from 1, as the text of a string. */
  String string(int index) {
    if (data.get(index) instanceof Syntax.Atom(Str string, _)) {
      return string.text();
    }
    throw Faults.at(span(index), "Here must stand a string.");
  }

  /** An operand, from 1, as a constant. */
  Value constant(int index) {
    return unspecified ? Unspecified.INSTANCE : DatumReader.toValue(data.get(index));
  }

  /** Where a datum stands, from 0. */
  Span span(int index) {
    return span(data.get(index).span().start(), data.get(index).span().end());
  }

  /** Where all of it stands, without what comes before and after. */
  Span span() {
    int from = data.getFirst().span().start();
    int to =
        unspecified
            ? text.indexOf(UNSPECIFIED) + UNSPECIFIED.length()
            : data.getLast().span().end();
    return span(from, to);
  }

  private Span span(int from, int to) {
    return new Span(source, start + from, start + Math.min(to, text.length()));
  }
}
