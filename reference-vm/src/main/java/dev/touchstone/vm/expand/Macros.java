package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code define-syntax}, {@code let-syntax}, {@code letrec-syntax} and {@code syntax-error} (R7RS
 * 4.3, 5.4).
 */
final class Macros {
  /** So many characters of a datum appear in a message. */
  private static final int SHOWN = 80;

  private Macros() {}

  /** A definition of a keyword. */
  record Definition(Symbol name, Syntax target, Transformer transformer) {}

  /**
   * {@code (define-syntax keyword transformer)}.
   *
   * @param scope where it stands
   */
  static Definition definition(Expander expander, Syntax.ListForm form, Scope scope) {
    if (form.items().size() != 3) {
      throw Rejection.malformed(
          form,
          "define-syntax needs a keyword and a transformer: "
              + "(define-syntax keyword (syntax-rules ...)).");
    }
    Syntax target = form.items().get(1);
    Symbol name = Formals.identifier(target, "What define-syntax names");
    return new Definition(name, target, transformer(expander, form.items().get(2), scope));
  }

  private static Transformer transformer(Expander expander, Syntax written, Scope scope) {
    Syntax syntax = expander.withoutMacros(written, scope);
    if (Expander.keywordOf(syntax, scope) != Keyword.SYNTAX_RULES) {
      throw Rejection.malformed(
          written, "A transformer is (syntax-rules (literal ...) (pattern template) ...).");
    }
    return SyntaxRules.of(expander, Expander.properList(syntax), scope);
  }

  /**
   * The scope of the body of {@code (let-syntax ((keyword transformer) ...) body ...)}, or of the
   * like with {@code letrec-syntax}, whose macros see each other.
   */
  static Scope scope(Expander expander, Syntax.ListForm form, Keyword keyword, Scope scope) {
    String shape = "A binding is a keyword and a transformer: (keyword (syntax-rules ...)).";
    List<Syntax.ListForm> bindings = BindingForms.bindings(form, 1, keyword.spelling(), 2, shape);
    List<Syntax> targets = bindings.stream().map(b -> b.items().getFirst()).toList();
    List<Symbol> names = Formals.distinct(targets, "A keyword", "keywords");
    Scope inner = scope.inner();
    Scope definition = keyword == Keyword.LETREC_SYNTAX ? inner : scope;
    List<Binding> macros = new ArrayList<>();
    for (Syntax.ListForm binding : bindings) {
      macros.add(new Binding.Macro(transformer(expander, binding.items().get(1), definition)));
    }
    for (int i = 0; i < names.size(); i++) {
      inner.bind(names.get(i), macros.get(i));
    }
    return inner;
  }

  /** The body of such a form, where its definitions are those of what is around it. */
  static List<Syntax> splicedBody(Syntax.ListForm form) {
    if (form.items().size() < 3) {
      throw Rejection.malformed(form, "The body is empty.");
    }
    return BasicForms.from(form, 2);
  }

  /** {@code (let-syntax ...)} or {@code (letrec-syntax ...)} where an expression is needed. */
  static Core expression(Expander expander, Syntax.ListForm form, Keyword keyword, Scope scope) {
    Scope inner = scope(expander, form, keyword, scope);
    return Body.expand(expander, BasicForms.from(form, 2), inner, form);
  }

  /** {@code (syntax-error "message" datum ...)}. */
  static DiagnosticException error(Syntax.ListForm form) {
    if (form.items().size() < 2
        || !(form.items().get(1) instanceof Syntax.Atom(Str message, Span _))) {
      return Rejection.malformed(
          form, "syntax-error needs a message: (syntax-error \"message\" datum ...).");
    }
    StringBuilder text = new StringBuilder(message.text());
    BasicForms.from(form, 2).forEach(datum -> text.append(' ').append(shown(datum)));
    return Rejection.malformed(form, text.toString());
  }

  /** What a use calls its macro. */
  static String nameOf(Syntax.ListForm use) {
    return Formals.identifier(use.items().getFirst(), "A keyword").name();
  }

  /** What uses a pattern matches, in the words of a use. */
  static String shape(Syntax.ListForm use, Syntax pattern) {
    if (!(pattern instanceof Syntax.ListForm list)) {
      return shown(pattern);
    }
    List<Syntax> items = new ArrayList<>(list.items());
    items.set(0, use.items().getFirst());
    return shown(Lists.of(items, list.tail(), pattern.span()));
  }

  private static String shown(Syntax datum) {
    String text = Printer.write(DatumReader.toValue(datum));
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
