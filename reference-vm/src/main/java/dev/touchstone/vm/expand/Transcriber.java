package dev.touchstone.vm.expand;

import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes what a use of a macro is replaced by: the template, with the parts of the use in the places
 * of the pattern variables, and a fresh identifier for each that it inserts (R7RS 4.3.2). It goes
 * as deep as the template is, not as deep as the use.
 */
final class Transcriber {
  private final Rule rule;
  private final Scope definition;
  private final Syntax.ListForm use;
  private final Uses uses;
  private final Span span;
  private final Match[] matches;
  private final @Nullable Symbol[] inserted;
  private int parts;

  /**
   * The transcription of one use.
   *
   * @param definition what an inserted identifier means unless the expansion binds it
   * @param parts what each pattern variable stands for
   * @param span that of what is inserted
   */
  Transcriber(
      Rule rule, Scope definition, Syntax.ListForm use, Match[] parts, Uses uses, Span span) {
    this.rule = rule;
    this.definition = definition;
    this.use = use;
    this.uses = uses;
    this.span = span;
    this.matches = new Match[rule.occurrences().size()];
    for (int i = 0; i < matches.length; i++) {
      matches[i] = parts[rule.occurrences().get(i).variable().number()];
    }
    this.inserted = new Symbol[rule.inserted()];
  }

  /** What the use is replaced by. */
  Syntax result() {
    return part(rule.template());
  }

  private Syntax part(Template template) {
    return switch (template) {
      case Template.Inserted identifier -> atom(renamed(identifier));
      case Template.Constant constant -> atom(constant.value());
      case Template.Part variable -> matched(variable.occurrence());
      case Template.Sequence sequence -> sequence(sequence);
    };
  }

  private Syntax atom(Value datum) {
    uses.atom(use);
    return new Syntax.Atom(datum, span);
  }

  private Symbol renamed(Template.Inserted identifier) {
    Symbol known = inserted[identifier.number()];
    if (known != null) {
      return known;
    }
    Symbol fresh = Renamings.rename(identifier.name(), definition);
    uses.renamed(Renamings.depth(fresh), use);
    inserted[identifier.number()] = fresh;
    return fresh;
  }

  private Syntax matched(Template.Occurrence occurrence) {
    return switch (matches[occurrence.number()]) {
      case Match.One one -> one.syntax();
      case Match.Several _ -> throw new IllegalStateException("an ellipsis is missing");
    };
  }

  private Syntax sequence(Template.Sequence template) {
    List<Syntax> items = new ArrayList<>(template.elements().size());
    template.elements().forEach(element -> add(element, items));
    if (template.isVector()) {
      uses.made(items.size(), use);
      return new Syntax.VectorForm(items, span);
    }
    @Nullable Syntax tail = template.tail() == null ? null : part(template.tail());
    uses.made(items.size() + (tail instanceof Syntax.ListForm list ? list.items().size() : 0), use);
    return Lists.of(items, tail, span);
  }

  private void add(TemplateElement element, List<Syntax> items) {
    switch (element) {
      case TemplateElement.Repeated repeated -> repeat(repeated, items);
      case Template template -> {
        count(1);
        items.add(part(template));
      }
    }
  }

  private void count(int more) {
    parts += more;
    if (parts > Uses.LARGEST) {
      throw Rejection.tooLarge(use, "The use is replaced by more than " + Uses.LARGEST + " parts.");
    }
  }

  private void repeat(TemplateElement.Repeated repeated, List<Syntax> items) {
    List<Template.Occurrence> over = repeated.level().repeated();
    if (repeated.element() instanceof Template.Part(Template.Occurrence only)
        && matches[only.number()] instanceof Match.Run(List<Syntax> run)) {
      count(run.size());
      items.addAll(run);
      return;
    }
    List<Match.Several> columns = new ArrayList<>(over.size());
    for (Template.Occurrence occurrence : over) {
      columns.add((Match.Several) matches[occurrence.number()]);
    }
    int length = length(over, columns);
    for (int row = 0; row < length; row++) {
      for (int i = 0; i < columns.size(); i++) {
        matches[over.get(i).number()] = columns.get(i).get(row);
      }
      add(repeated.element(), items);
    }
    for (int i = 0; i < columns.size(); i++) {
      matches[over.get(i).number()] = columns.get(i);
    }
  }

  private int length(List<Template.Occurrence> over, List<Match.Several> columns) {
    int length = columns.getFirst().size();
    for (int i = 1; i < columns.size(); i++) {
      if (columns.get(i).size() != length) {
        throw differs(over.getFirst(), length, over.get(i), columns.get(i).size());
      }
    }
    return length;
  }

  private RuntimeException differs(
      Template.Occurrence one, int length, Template.Occurrence other, int otherLength) {
    return Rejection.malformed(
        use,
        Macros.nameOf(use)
            + " repeats "
            + one.variable().name()
            + " and "
            + other.variable().name()
            + " side by side, but they stand for "
            + length
            + " and "
            + otherLength
            + " parts of this use.");
  }
}
