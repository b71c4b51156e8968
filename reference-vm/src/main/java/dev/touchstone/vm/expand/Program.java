package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The forms of a program's top level. Each is expanded before the next is looked at, since a form
 * may define what the next one means. Of the parts of a {@code begin} all names are known before
 * any value is expanded: so parts that a macro inserts find each other, in any order.
 */
final class Program {
  private final Expander expander;
  private final TopLevel top;
  private final Scope scope;
  private final List<Core> forms = new ArrayList<>();

  /** The values and expressions of the form that is being expanded, in order. */
  private final List<Supplier<List<Core>>> pending = new ArrayList<>();

  /** Whether the last form so far is an expression. */
  private boolean hasValue;

  Program(Expander expander, TopLevel top) {
    this.expander = expander;
    this.top = top;
    this.scope = top.scope();
  }

  /** Expands the next form. */
  void add(Syntax form) {
    try {
      take(DottedLists.flattened(form), scope);
      pending.forEach(part -> forms.addAll(part.get()));
      pending.clear();
    } catch (DiagnosticException rejection) {
      throw expander.uses().explained(rejection);
    }
  }

  /** What the forms have become. */
  List<Core> forms() {
    return forms;
  }

  /** Whether the last form is an expression. */
  boolean hasValue() {
    return hasValue;
  }

  /**
   * Takes a form.
   *
   * @param scope where it stands: the top level, or a scope inside it that binds keywords
   */
  private void take(Syntax written, Scope scope) {
    Syntax form = expander.withoutMacros(written, scope);
    Keyword keyword = Expander.keywordOf(form, scope);
    switch (keyword) {
      case BEGIN -> takeAll(BasicForms.splicedParts(Expander.properList(form)), form, scope);
      case LET_SYNTAX, LETREC_SYNTAX -> {
        Syntax.ListForm block = Expander.properList(form);
        Scope inner = Macros.scope(expander, block, keyword, scope);
        takeAll(Macros.splicedBody(block), block, inner);
      }
      case DEFINE_SYNTAX -> {
        Macros.Definition macro = Macros.definition(expander, Expander.properList(form), scope);
        global(macro.name(), macro.target());
        top.bind(macro.name(), new Binding.Macro(macro.transformer()));
        hasValue = false;
      }
      case DEFINE -> define(Definition.of(Expander.properList(form)), scope);
      case DEFINE_VALUES -> defineValues(Expander.properList(form), scope);
      case DEFINE_RECORD_TYPE -> defineRecord(RecordDefinition.of(Expander.properList(form)));
      case COND_EXPAND ->
          takeAll(expander.session().chosen(Expander.properList(form)), form, scope);
      case INCLUDE -> include(Expander.properList(form), /* folds= */ false, scope);
      case INCLUDE_CI -> include(Expander.properList(form), /* folds= */ true, scope);
      case IMPORT -> {
        Libraries libraries = expander.session().libraries();
        List<Library> needed = libraries.importInto(expander, Expander.properList(form), top);
        definition(() -> libraries.instantiate(needed));
      }
      case DEFINE_LIBRARY -> {
        Syntax.ListForm library = Expander.properList(form);
        expander.session().libraries().declare(library, /* again= */ top.rebinds());
        hasValue = false;
      }
      case null, default -> {
        pending.add(() -> List.of(expander.expression(form, scope)));
        hasValue = true;
      }
    }
  }

  private void include(Syntax.ListForm form, boolean folds, Scope scope) {
    takeAll(expander.session().included(form, folds), form, scope);
  }

  private Symbol global(Symbol name, Syntax where) {
    if (top.isFixed()) {
      throw Rejection.malformed(where, "Nothing can be defined in an environment of imports.");
    }
    return top.define(name);
  }

  private void takeAll(List<Syntax> parts, Syntax around, Scope scope) {
    expander.deeper(around);
    parts.forEach(part -> take(part, scope));
    expander.shallower();
  }

  private void define(Definition definition, Scope scope) {
    Symbol variable = global(definition.name(), definition.target());
    definition(
        () -> {
          Core value = definition.value(expander, scope);
          return List.of(new Core.DefineGlobal(variable, value, definition.form().span()));
        });
  }

  private void defineValues(Syntax.ListForm form, Scope scope) {
    Formals formals = ValuesForms.defined(form);
    List<Symbol> variables = formals.names().stream().map(name -> global(name, form)).toList();
    definition(() -> List.of(ValuesForms.define(expander, form, formals, variables, scope)));
  }

  private void defineRecord(RecordDefinition definition) {
    definition.parts().forEach(part -> global(part.name(), part.target()));
    definition(() -> definition.globals(top));
  }

  private void definition(Supplier<List<Core>> parts) {
    pending.add(parts);
    hasValue = false;
  }
}
