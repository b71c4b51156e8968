package dev.touchstone.vm.cli.repl;

import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.reader.UnfinishedText;
import dev.touchstone.vm.source.Diagnostic;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayList;
import java.util.List;

/** What was typed, taken apart. */
sealed interface Input {
  /** More is needed: the text ends within a datum or a comment. */
  record Unfinished(Diagnostic diagnostic) implements Input {}

  /** No text behind it could make it right. */
  record Wrong(Diagnostic diagnostic) implements Input {}

  /** Forms and commands, in order; none, if there are but blanks and comments. */
  record Whole(Source source, List<Item> items) implements Input {
    /** Copies the items. */
    public Whole {
      items = List.copyOf(items);
    }
  }

  /** A form or a command. */
  sealed interface Item {
    /** Something to evaluate. */
    record Form(Syntax syntax) implements Item {}

    /**
     * A comma, a word, and what begins on the same line.
     *
     * @param word without the comma
     * @param arguments the data that follow
     * @param line the rest of the line as it is written, without blanks around it
     */
    record Command(String word, List<Syntax> arguments, String line, Span span) implements Item {
      /** Copies the arguments. */
      public Command {
        arguments = List.copyOf(arguments);
      }
    }
  }

  /** Takes a text apart. */
  static Input of(Source source) {
    try {
      return new Whole(source, items(source, DatumReader.readAll(source)));
    } catch (UnfinishedText unfinished) {
      return new Unfinished(unfinished.diagnostic());
    } catch (DiagnosticException wrong) {
      return new Wrong(wrong.diagnostic());
    }
  }

  private static List<Item> items(Source source, List<Syntax> data) {
    List<Item> items = new ArrayList<>();
    int next = 0;
    while (next < data.size()) {
      Syntax datum = data.get(next++);
      if (!isCommand(datum)) {
        items.add(new Item.Form(datum));
        continue;
      }
      int lineEnd = lineEnd(source.text(), datum.span().end());
      int first = next;
      while (next < data.size() && data.get(next).span().start() < lineEnd) {
        next++;
      }
      items.add(
          new Item.Command(
              source.text().substring(datum.span().start() + 1, datum.span().end()),
              data.subList(first, next),
              source.text().substring(datum.span().end(), lineEnd).strip(),
              datum.span()));
    }
    return items;
  }

  /** Whether this is a comma right before a word. */
  private static boolean isCommand(Syntax datum) {
    return datum instanceof Syntax.ListForm(List<Syntax> items, _, Span span)
        && items.size() == 2
        && items.get(1) instanceof Syntax.Atom(Symbol _, Span word)
        && span.source().text().charAt(span.start()) == ','
        && word.start() == span.start() + 1;
  }

  private static int lineEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }
}
