package dev.touchstone.vm.expand;

import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Symbol;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code (syntax-rules (literal ...) (pattern template) ...)} denotes (R7RS 4.3.2). */
final class SyntaxRules implements Transformer {
  /** So many patterns are shown when none matches. */
  private static final int SHOWN = 5;

  private final Scope definition;
  private final List<Rule> rules;

  private SyntaxRules(Scope definition, List<Rule> rules) {
    this.definition = definition;
    this.rules = rules;
  }

  /**
   * Takes the form apart.
   *
   * @param definition where it stands
   */
  static SyntaxRules of(Expander expander, Syntax.ListForm form, Scope definition) {
    List<Syntax> items = form.items();
    boolean own = items.size() > 1 && items.get(1) instanceof Syntax.Atom(Symbol _, Span _);
    int literals = own ? 2 : 1;
    if (items.size() <= literals
        || !(items.get(literals) instanceof Syntax.ListForm list)
        || list.tail() != null) {
      throw Rejection.malformed(
          form, "syntax-rules needs a list of literals: (syntax-rules (literal ...) rule ...).");
    }
    @Nullable Symbol ellipsis = own ? Formals.identifier(items.get(1), "An ellipsis") : null;
    Notation notation = new Notation(ellipsis, false, literals(list), definition);
    List<Rule> rules =
        BasicForms.from(form, literals + 1).stream()
            .map(rule -> Rule.of(expander, rule, notation))
            .toList();
    return new SyntaxRules(definition, rules);
  }

  private static Set<Symbol> literals(Syntax.ListForm list) {
    Set<Symbol> literals = new HashSet<>();
    list.items().forEach(item -> literals.add(Formals.identifier(item, "A literal")));
    return literals;
  }

  @Override
  public Syntax expand(Syntax.ListForm form, Scope scope, Uses uses) {
    Syntax.ListForm use = Lists.flat(form);
    Span span = uses.begin(Macros.nameOf(use), use);
    for (Rule rule : rules) {
      Match @Nullable [] parts =
          Matcher.match(rule.pattern(), use, 1, scope, definition, rule.variables());
      if (parts != null) {
        return new Transcriber(rule, definition, use, parts, uses, span).result();
      }
    }
    throw noMatch(use);
  }

  private DiagnosticException noMatch(Syntax.ListForm use) {
    StringBuilder message = new StringBuilder();
    message.append("No rule of ").append(Macros.nameOf(use)).append(" matches this use.");
    if (rules.isEmpty()) {
      message.append(" It has no rules.");
    }
    for (int i = 0; i < Math.min(rules.size(), SHOWN); i++) {
      message.append(i == 0 ? " Its rules match " : " or ");
      message.append(Macros.shape(use, rules.get(i).written()));
    }
    if (!rules.isEmpty()) {
      int more = rules.size() - SHOWN;
      message.append(more > 0 ? ", and there are " + more + " more." : ".");
    }
    return Rejection.malformed(use, message.toString());
  }
}
