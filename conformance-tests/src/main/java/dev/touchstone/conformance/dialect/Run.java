package dev.touchstone.conformance.dialect;

import dev.touchstone.conformance.corpus.lint.NameScan;
import dev.touchstone.conformance.dialect.Literals.Kind;
import dev.touchstone.conformance.dialect.Literals.Style;
import dev.touchstone.conformance.dialect.Rendering.Range;
import dev.touchstone.conformance.dialect.Shapes.Binding;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rendering of one text. What is still to be written lies on a stack of its own. */
final class Run {
  /** Where the words of rendering itself stand. */
  private static final Source OWN = Source.of("dialect", "begin");

  private final DialectMap map;
  private final Source source;
  private final NameScan scan;
  private final NameText names;
  private final LocalNames locals;
  private final LiteralText literals;
  private final Deque<Piece> todo = new ArrayDeque<>();
  private final StringBuilder out = new StringBuilder();
  private final List<Range> forms = new ArrayList<>();

  /** By identity: the same text may stand elsewhere. */
  private final Set<Syntax> topLevelForms = Collections.newSetFromMap(new IdentityHashMap<>());

  private @Nullable Range lastRange;
  private @Nullable Syntax last;
  private boolean changed;

  /** How many forms may still be rewritten into other forms: rules must come to an end. */
  private int rewritesLeft;

  Run(DialectMap map, Set<String> standard, Source source, NameScan scan, LocalNames locals) {
    this.map = map;
    this.source = source;
    this.scan = scan;
    this.locals = locals;
    this.literals = new LiteralText(map.name(), map.literals());
    this.names = new NameText(map, standard, source, scan, locals, literals);
    this.rewritesLeft = 1_000 + 100 * source.text().length();
  }

  Rendering.Text render(List<Syntax> program) throws Inexpressible {
    String preamble = map.layout().preamble();
    out.append(preamble);
    forms.addAll(Renderer.forms(preamble));
    int start = out.length();
    last = TopLevel.lastExpression(program).orElse(null);
    topLevelForms.addAll(TopLevel.formsOf(program));
    ValueKind kind = last == null ? ValueKind.UNKNOWN : ValueKinds.of(last, program, scan);
    Syntax before = null;
    for (Syntax form : topLevel(program)) {
      out.append(before == null ? "" : gap(before, form, "\n"));
      int from = out.length();
      todo.push(new Piece.Code(form));
      writeAll();
      forms.add(new Range(from, out.length()));
      before = form;
    }
    out.append(out.isEmpty() || out.charAt(out.length() - 1) == '\n' ? "" : "\n");
    String text = out.toString();
    Optional<Range> wanted = Optional.ofNullable(lastRange);
    String printed = Renderer.wrap(text, wanted, map.layout().value(), map.layout().end());
    boolean same = !changed && preamble.isEmpty();
    return new Rendering.Text(
        text, start, forms, wanted, printed, TopLevel.importsForItself(program), !same, kind);
  }

  private List<Syntax> topLevel(List<Syntax> program) {
    if (!map.layout().sequence() || program.size() < 2) {
      return program;
    }
    List<Syntax> items = new ArrayList<>(program);
    items.addFirst(new Syntax.Atom(Symbol.of("begin"), new Span(OWN, 0, 5)));
    changed = true;
    Span whole =
        new Span(source, program.getFirst().span().start(), program.getLast().span().end());
    return List.of(new Syntax.ListForm(items, null, whole));
  }

  private void writeAll() throws Inexpressible {
    while (!todo.isEmpty()) {
      switch (todo.pop()) {
        case Piece.Text(String text) -> out.append(text);
        case Piece.Code(Syntax syntax) -> {
          if (isLast(syntax)) {
            todo.push(new Piece.End(out.length()));
          }
          code(syntax);
        }
        case Piece.Datum(Syntax syntax) -> datum(syntax);
        case Piece.End(int start) -> lastRange = new Range(start, out.length());
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // This very form is meant; and a syntax is not compared.
  private boolean isLast(Syntax syntax) {
    return syntax == last;
  }

  private void code(Syntax syntax) throws Inexpressible {
    if (names.isDatum(syntax)) {
      datum(syntax);
      return;
    }
    switch (syntax) {
      case Syntax.Atom(Symbol symbol, var _) -> write(syntax, names.of(symbol.name(), syntax));
      case Syntax.Atom atom -> write(atom, literals.of(atom, false));
      case Syntax.ListForm list -> list(list);
      case Syntax.VectorForm vector -> vector(vector, true);
      case Syntax.Labelled labelled -> labelled(labelled, new Piece.Code(labelled.datum()));
      case Syntax.LabelReference reference -> reference(reference);
    }
  }

  private void datum(Syntax syntax) throws Inexpressible {
    switch (syntax) {
      case Syntax.Atom(Symbol symbol, var _) ->
          write(syntax, names.ofSymbol(symbol.name(), syntax));
      case Syntax.Atom atom -> write(atom, literals.of(atom, true));
      case Syntax.ListForm list when list.items().isEmpty() ->
          write(list, literals.fixed("()", list, true));
      case Syntax.ListForm list -> parts(list, true);
      case Syntax.VectorForm vector -> vector(vector, false);
      case Syntax.Labelled labelled -> labelled(labelled, new Piece.Datum(labelled.datum()));
      case Syntax.LabelReference reference -> reference(reference);
    }
  }

  // ---- lists

  private void list(Syntax.ListForm list) throws Inexpressible {
    if (list.items().isEmpty()) {
      write(list, literals.fixed("()", list, false));
      return;
    }
    Optional<String> head = names.standardName(list.items().getFirst());
    List<Rule> rules = head.flatMap(h -> Optional.ofNullable(map.forms().get(h))).orElse(List.of());
    for (Rule rule : rules) {
      if (rule.atTopLevel() && !topLevelForms.contains(list)) {
        continue;
      }
      Optional<Map<String, Binding>> bindings = Shapes.match(rule.from(), list, names::isFree);
      if (bindings.isPresent()) {
        apply(rule, list, bindings.get());
        return;
      }
    }
    if (!rules.isEmpty() && !isKnownAsName(head.orElseThrow())) {
      throw literals.refused("no form for this `" + head.get() + "`", list);
    }
    parts(list, false);
  }

  private boolean isKnownAsName(String name) {
    return map.names().keeps(name) || map.names().renamed().containsKey(name);
  }

  private void apply(Rule rule, Syntax.ListForm form, Map<String, Binding> bindings)
      throws Inexpressible {
    changed = true;
    switch (rule.action()) {
      case Rule.Action.As(Syntax template) -> {
        if (rewritesLeft-- == 0) {
          throw new Inexpressible(
              "the forms of " + map.name() + " rewrite this without end", form.span());
        }
        todo.push(new Piece.Code(Shapes.fill(template, bindings, temporaries(rule))));
      }
      case Rule.Action.To(TextTemplate template) ->
          push(template.fill(bindings, (before, after) -> gap(before, after, " ")));
      case Rule.Action.Refuse(String reason) ->
          throw new Inexpressible(map.name() + " has " + reason, form.span());
    }
  }

  /** For each name of a template that begins with {@code $} one that is used nowhere else. */
  private Map<String, Syntax.Atom> temporaries(Rule rule) {
    Map<String, Syntax.Atom> temporaries = new HashMap<>();
    for (String word : rule.words()) {
      if (word.length() > 1 && word.startsWith("$")) {
        String name = locals.fresh(word.substring(1));
        temporaries.put(word, new Syntax.Atom(Symbol.of(name), new Span(OWN, 0, 0)));
      }
    }
    return temporaries;
  }

  private void parts(Syntax.ListForm list, boolean inData) throws Inexpressible {
    List<Syntax> items = list.items();
    List<Piece> pieces = new ArrayList<>();
    if (names.isAbbreviation(list)) {
      pieces.add(new Piece.Text(items.getFirst().span().text()));
      pieces.add(part(items.get(1), true));
      push(pieces);
      return;
    }
    changed |= NameText.isSign(items.getFirst());
    boolean quotes = names.standardName(items.getFirst()).equals(Optional.of("quote"));
    pieces.add(new Piece.Text("("));
    addAll(items, inData || quotes, pieces);
    if (list.tail() != null) {
      literals.style(Kind.DOTS, "dotted pairs", list);
      pieces.add(new Piece.Text(" . "));
      pieces.add(part(list.tail(), inData));
    }
    pieces.add(new Piece.Text(")"));
    push(pieces);
  }

  private void addAll(List<Syntax> items, boolean inData, List<Piece> pieces) {
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        pieces.add(new Piece.Text(gap(items.get(i - 1), items.get(i), " ")));
      }
      pieces.add(part(items.get(i), inData && !(i == 0 && names.isFree(items.getFirst()))));
    }
  }

  /** A part of a program is known as datum or code by itself. */
  private Piece part(Syntax part, boolean inData) {
    return inData && !names.isOfProgram(part) ? new Piece.Datum(part) : new Piece.Code(part);
  }

  // ---- other data

  private void vector(Syntax.VectorForm vector, boolean inCode) throws Inexpressible {
    Style style = literals.style(Kind.VECTORS, "vector literals", vector);
    List<Piece> pieces = new ArrayList<>();
    boolean square = style == Style.SQUARE;
    boolean quoted = style == Style.QUOTED && inCode;
    changed |= square || quoted;
    pieces.add(new Piece.Text(square ? "[" : quoted ? "'#(" : "#("));
    addAll(vector.items(), true, pieces);
    pieces.add(new Piece.Text(square ? "]" : ")"));
    push(pieces);
  }

  private void labelled(Syntax.Labelled labelled, Piece datum) throws Inexpressible {
    literals.style(Kind.LABELS, "datum labels", labelled);
    String written = labelled.span().text();
    out.append(written, 0, written.indexOf('=') + 1);
    todo.push(datum);
  }

  private void reference(Syntax.LabelReference reference) throws Inexpressible {
    literals.style(Kind.LABELS, "datum labels", reference);
    out.append(reference.span().text());
  }

  /** Writes what stands for a part of the program. */
  private void write(Syntax at, String text) {
    changed |= !text.equals(at.span().text());
    out.append(text);
  }

  // ---- text

  private void push(List<Piece> pieces) {
    pieces.reversed().forEach(todo::push);
  }

  /** The line break and indentation between two parts of the program, or else that text. */
  private String gap(Syntax before, Syntax after, String otherwise) {
    int from = before.span().end();
    int to = after.span().start();
    if (!names.isOfProgram(before) || !names.isOfProgram(after) || from > to) {
      return otherwise;
    }
    String between = source.text().substring(from, to);
    int line = between.lastIndexOf('\n');
    if (line < 0) {
      return otherwise;
    }
    String rest = between.substring(line + 1);
    return "\n" + rest.substring(0, rest.length() - rest.stripLeading().length());
  }
}
