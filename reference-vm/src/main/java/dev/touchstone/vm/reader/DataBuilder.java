package dev.touchstone.vm.reader;

import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Bytevector;
import dev.touchstone.vm.value.Fixnum;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts tokens together to data. What has begun and not ended lies on a stack of its own, so that
 * nesting costs no Java stack.
 */
final class DataBuilder {
  private final Source source;
  private final Scanner scanner;
  private final List<Syntax> finished = new ArrayList<>();
  private final Deque<Pending> pending = new ArrayDeque<>();

  private final LabelScope labels = new LabelScope();

  /** What labels in the code of a program stand for; null if all of the text is data. */
  private final @Nullable LabelsInCode inCode;

  private DataBuilder(Source source, boolean foldsCase, @Nullable LabelsInCode inCode) {
    this.source = source;
    this.scanner = new Scanner(source, foldsCase);
    this.inCode = inCode;
  }

  /** A builder of data, in which labels make sharing and circles. */
  static DataBuilder ofData(Source source, boolean foldsCase) {
    return new DataBuilder(source, foldsCase, null);
  }

  /** A builder of a program, in which labels do so within literals alone. */
  static DataBuilder ofProgram(Source source, boolean foldsCase) {
    return new DataBuilder(source, foldsCase, new LabelsInCode());
  }

  List<Syntax> readAll() {
    Token token = scanner.next();
    while (!(token instanceof Token.End)) {
      take(token);
      token = scanner.next();
    }
    if (!pending.isEmpty()) {
      throw endsWithin(pending.getFirst());
    }
    return finished;
  }

  private void take(Token token) {
    switch (token) {
      case Token.Open open -> open(open);
      case Token.Close close -> close(close);
      case Token.Dot dot -> dot(dot);
      case Token.Abbreviation(var symbol, int start, int end) ->
          begin(new Pending.Abbreviated(symbol, start, end));
      case Token.DatumComment(int start, int end) ->
          pending.push(new Pending.Skipped(labels.size(), start, end));
      case Token.Label label -> label(label);
      case Token.Reference reference -> reference(reference);
      case Token.Datum(var value, int start, int end) ->
          complete(new Syntax.Atom(value, span(start, end)));
      case Token.End _ -> throw new IllegalStateException("the end of the text is no part of it");
    }
  }

  private void open(Token.Open open) {
    begin(new Pending.Items(open));
  }

  private void begin(Pending part) {
    pending.push(part);
    if (inCode != null && part.isLiteral()) {
      inCode.enterLiteral();
    }
  }

  private void end(Pending part) {
    pending.pop();
    if (inCode != null && part.isLiteral()) {
      inCode.leaveLiteral();
    }
  }

  /** Gives a finished datum to what waits for it, which may finish that in turn. */
  private void complete(Syntax datum) {
    Syntax done = datum;
    while (true) {
      switch (pending.peek()) {
        case null -> {
          finished.add(done);
          labels.keep(0);
          return;
        }
        case Pending.Items items -> {
          add(items, done);
          return;
        }
        case Pending.Skipped skipped -> {
          pending.pop();
          labels.keep(skipped.labels());
          return;
        }
        case Pending.Abbreviated sign -> {
          done = abbreviation(sign, done);
          end(sign);
        }
        case Pending.Labelling label -> {
          done = labelled(label, done);
          end(label);
        }
      }
    }
  }

  private Syntax labelled(Pending.Labelling label, Syntax datum) {
    Span span = span(label.start(), datum.span().end());
    Syntax.Labelled labelled = new Syntax.Labelled(label.label(), datum, span);
    return inCode == null ? labelled : inCode.end(labelled);
  }

  private Syntax abbreviation(Pending.Abbreviated sign, Syntax datum) {
    Syntax symbol = new Syntax.Atom(sign.symbol(), span(sign.start(), sign.end()));
    return new Syntax.ListForm(
        List.of(symbol, datum), null, span(sign.start(), datum.span().end()));
  }

  private void add(Pending.Items into, Syntax datum) {
    if (into.dot() != null) {
      if (into.tail() != null) {
        throw Rejection.at(datum.span(), "After the dot of a list there is one datum, not two.");
      }
      into.setTail(datum);
    } else {
      if (into.bracket() == Token.Bracket.BYTEVECTOR) {
        checkOctet(datum);
      }
      into.add(datum);
      if (inCode != null && into.becomesLiteral()) {
        inCode.enterLiteral();
      }
    }
  }

  private static void checkOctet(Syntax datum) {
    boolean fits =
        datum instanceof Syntax.Atom(Fixnum octet, _) && octet.value() >= 0 && octet.value() <= 255;
    if (!fits) {
      throw Rejection.at(
          datum.span(), "The elements of a bytevector are exact integers from 0 to 255.");
    }
  }

  private void close(Token.Close token) {
    switch (pending.peek()) {
      case null ->
          throw Rejection.at(
              source, token.start(), token.end(), "This parenthesis closes nothing.");
      case Pending.Items items -> {
        end(items);
        complete(closed(items, span(items.start(), token.end())));
      }
      case Pending sign -> throw lacksDatum(sign);
    }
  }

  private Syntax closed(Pending.Items items, Span span) {
    Token.Dot dot = items.dot();
    if (dot != null && items.tail() == null) {
      throw Rejection.at(source, dot.start(), dot.end(), "Nothing stands after this dot.");
    }
    return switch (items.bracket()) {
      case LIST -> new Syntax.ListForm(items.items(), items.tail(), span);
      case VECTOR -> new Syntax.VectorForm(items.items(), span);
      case BYTEVECTOR -> new Syntax.Atom(Bytevector.literal(octets(items.items())), span);
    };
  }

  private static byte[] octets(List<Syntax> items) {
    byte[] octets = new byte[items.size()];
    for (int i = 0; i < octets.length; i++) {
      if (items.get(i) instanceof Syntax.Atom(Fixnum octet, _)) {
        octets[i] = (byte) octet.value();
      }
    }
    return octets;
  }

  private void dot(Token.Dot token) {
    if (!(pending.peek() instanceof Pending.Items items) || items.bracket() != Token.Bracket.LIST) {
      throw Rejection.at(
          source, token.start(), token.end(), "A dot alone can stand only within a list.");
    }
    if (items.items().isEmpty()) {
      throw Rejection.at(
          source, token.start(), token.end(), "Nothing stands before this dot in the list.");
    }
    if (items.dot() != null) {
      throw Rejection.at(source, token.start(), token.end(), "This list has a dot already.");
    }
    items.setDot(token);
  }

  private void label(Token.Label token) {
    int label = labels.define(token.number());
    if (inCode != null) {
      inCode.begin(label);
    }
    pending.push(new Pending.Labelling(label, token.start(), token.end()));
  }

  private void reference(Token.Reference token) {
    Integer label = labels.meaning(token.number());
    if (label == null) {
      throw Rejection.at(
          source,
          token.start(),
          token.end(),
          "No label #" + token.number() + "= stands before this reference in the same datum.");
    }
    for (Pending around : pending) {
      if (!(around instanceof Pending.Labelling labelling)) {
        break;
      }
      if (labelling.label() == label) {
        throw Rejection.at(
            source, labelling.start(), token.end(), "This label would be a name for itself alone.");
      }
    }
    Syntax.LabelReference written =
        new Syntax.LabelReference(label, span(token.start(), token.end()));
    complete(inCode == null ? written : inCode.resolve(written));
  }

  private RuntimeException lacksDatum(Pending sign) {
    return Rejection.at(source, sign.start(), sign.end(), lacksDatumMessage(sign));
  }

  private String lacksDatumMessage(Pending sign) {
    String text = source.text().substring(sign.start(), sign.end());
    return "No datum follows " + Rejection.quoted(text) + ".";
  }

  private RuntimeException endsWithin(Pending open) {
    if (!(open instanceof Pending.Items items)) {
      return Rejection.unfinished(source, open.start(), open.end(), lacksDatumMessage(open));
    }
    return Rejection.unfinished(
        source,
        open.start(),
        open.end(),
        "The text ends before this " + items.bracket().noun() + " is closed.");
  }

  private Span span(int start, int end) {
    return new Span(source, start, end);
  }
}
