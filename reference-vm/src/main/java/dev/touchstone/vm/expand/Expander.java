package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.CoreProgram;
import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Unspecified;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expands one program. */
public final class Expander {
  /** How deeply forms may be nested, unless the host says otherwise. */
  public static final int DEFAULT_NESTING_LIMIT = 10_000;

  private final Session session;
  private final int nestingLimit;
  private final Uses uses;
  private int nesting;

  Expander(Session session, int nestingLimit, Uses uses) {
    this.session = session;
    this.nestingLimit = nestingLimit;
    this.uses = uses;
  }

  /**
   * A program in Core that has no libraries but its own.
   *
   * @param nestingLimit how deeply its forms may be nested; the Java stack must have room for it
   * @throws dev.touchstone.vm.source.DiagnosticException phase {@code expand}, if it is rejected
   */
  public static CoreProgram expand(Source source, List<Syntax> program, int nestingLimit) {
    return Session.bare().program(source, program, nestingLimit);
  }

  /** What the program's parts have in common. */
  Session session() {
    return session;
  }

  /** The uses of macros so far. */
  Uses uses() {
    return uses;
  }

  /** An expression. */
  Core expression(Syntax syntax, Scope scope) {
    uses.expression(syntax);
    return switch (syntax) {
      case Syntax.Atom atom when atom.datum() instanceof Symbol name ->
          reference(name, atom, scope);
      case Syntax.Atom atom -> Literals.constant(atom);
      case Syntax.VectorForm vector -> Literals.constant(vector, uses);
      case Syntax.ListForm list -> compound(list, scope);
      case Syntax.Labelled labelled -> Literals.labelled(labelled, uses);
      case Syntax.LabelReference reference ->
          throw Rejection.malformed(reference, "A datum label stands outside a literal.");
    };
  }

  /** An expression whose value a variable of that name is bound to: names a lambda. */
  Core named(Symbol name, Syntax written, Scope scope) {
    Syntax syntax = withoutMacros(written, scope);
    Keyword keyword = keywordOf(syntax, scope);
    if (keyword != Keyword.LAMBDA && keyword != Keyword.CASE_LAMBDA) {
      return expression(syntax, scope);
    }
    deeper(syntax);
    Syntax.ListForm form = properList(syntax);
    Core lambda =
        keyword == Keyword.LAMBDA
            ? BasicForms.lambda(this, form, name.name(), scope)
            : BasicForms.caseLambda(this, form, name.name(), scope);
    shallower();
    return lambda;
  }

  /** Expressions one after the other, at least one. */
  Core sequence(List<Syntax> parts, Scope scope, Span span) {
    if (parts.size() == 1) {
      return expression(parts.getFirst(), scope);
    }
    List<Core> cores = new ArrayList<>(parts.size());
    for (Syntax part : parts) {
      cores.add(expression(part, scope));
    }
    return new Core.Seq(cores, span);
  }

  /** Expressions one after the other; without any, a value that is not specified. */
  private Core optional(List<Syntax> parts, Scope scope, Span span) {
    return parts.isEmpty() ? unspecified(span) : sequence(parts, scope, span);
  }

  /** The keyword that a form begins with, or null. */
  static @Nullable Keyword keywordOf(Syntax form, Scope scope) {
    return form instanceof Syntax.ListForm list && !list.items().isEmpty()
        ? keyword(list.items().getFirst(), scope)
        : null;
  }

  /** The keyword that an identifier stands for, or null. */
  static @Nullable Keyword keyword(Syntax syntax, Scope scope) {
    return syntax instanceof Syntax.Atom(Symbol name, Span _)
            && scope.lookUp(name) instanceof Binding.Special(Keyword keyword)
        ? keyword
        : null;
  }

  /** What a form is when the macro that it is a use of, if it is one, has been applied. */
  Syntax withoutMacros(Syntax written, Scope scope) {
    Syntax form = written;
    for (Transformer macro = macroOf(form, scope); macro != null; macro = macroOf(form, scope)) {
      form = macro.expand((Syntax.ListForm) form, scope, uses);
    }
    return form;
  }

  private static @Nullable Transformer macroOf(Syntax form, Scope scope) {
    return form instanceof Syntax.ListForm list
            && !list.items().isEmpty()
            && list.items().getFirst() instanceof Syntax.Atom(Symbol name, Span _)
            && scope.lookUp(name) instanceof Binding.Macro(Transformer transformer)
        ? transformer
        : null;
  }

  /** Goes one level down in the nesting of forms. */
  void deeper(Syntax where) {
    if (++nesting > nestingLimit) {
      throw Rejection.tooDeep(where, nestingLimit);
    }
  }

  /** Comes back up. */
  void shallower() {
    nesting--;
  }

  /**
   * An {@code if}. A test is asked for its truth alone, so an {@code or} there needs no variable.
   */
  static Core conditional(Core test, Core then, Core otherwise, Span span) {
    return new Core.If(truth(test), then, otherwise, span);
  }

  private static Core truth(Core test) {
    return switch (test) {
      case Core.Let let when isChoice(let) && let.body() instanceof Core.If choice ->
          new Core.If(
              truth(let.initialisers().getFirst()),
              new Core.Const(Bool.TRUE, let.span()),
              truth(choice.otherwise()),
              let.span());
      case Core.If i -> new Core.If(i.test(), truth(i.then()), truth(i.otherwise()), i.span());
      default -> test;
    };
  }

  /** Whether this is what {@code or} makes: a value if it is true, else another expression. */
  private static boolean isChoice(Core.Let let) {
    Variable first = let.variables().getFirst();
    return first.isTemporary()
        && let.body() instanceof Core.If choice
        && isReference(choice.test(), first)
        && isReference(choice.then(), first);
  }

  private static boolean isReference(Core core, Variable variable) {
    return core instanceof Core.LocalRef reference && reference.variable() == variable;
  }

  /** A call of a standard procedure, whatever the program does to the variable of its name. */
  static Core standardCall(String procedure, List<Core> operands, Span span) {
    return new Core.Call(new Core.StandardRef(Symbol.of(procedure), span), operands, span);
  }

  /** A constant without a specified value. */
  static Core unspecified(Span span) {
    return new Core.Const(Unspecified.INSTANCE, span);
  }

  private static Core reference(Symbol name, Syntax where, Scope scope) {
    return switch (scope.lookUp(name)) {
      case Binding.Local(Variable variable) -> new Core.LocalRef(variable, where.span());
      case Binding.Global(Symbol variable) -> new Core.GlobalRef(variable, where.span());
      case Binding.Imported(Symbol variable, boolean standard) ->
          standard
              ? new Core.StandardRef(variable, where.span())
              : new Core.GlobalRef(variable, where.span());
      case Binding.Unbound unbound -> new Core.GlobalRef(unbound.variable(), where.span());
      case Binding.Special _, Binding.Macro _ ->
          throw Rejection.malformed(where, "The keyword " + name + " is no expression.");
    };
  }

  @SuppressWarnings("ReferenceEquality") // whether it is the form that was given
  private Core compound(Syntax.ListForm form, Scope scope) {
    if (form.items().isEmpty()) {
      throw Rejection.malformed(form, "() is no expression; the empty list is written '().");
    }
    deeper(form);
    Syntax plain = withoutMacros(form, scope);
    Core core = plain == form ? plainCompound(form, scope) : expression(plain, scope);
    shallower();
    return core;
  }

  private Core plainCompound(Syntax.ListForm form, Scope scope) {
    Keyword keyword = keywordOf(form, scope);
    return keyword == null ? call(form, scope) : special(keyword, properList(form), scope);
  }

  private Core call(Syntax.ListForm written, Scope scope) {
    // The operator first: syntax that is missing is to be named before anything in it is judged.
    Core operator = expression(written.items().getFirst(), scope);
    Syntax.ListForm form = properList(written);
    List<Core> operands = new ArrayList<>(form.items().size() - 1);
    for (Syntax operand : form.items().subList(1, form.items().size())) {
      operands.add(expression(operand, scope));
    }
    return new Core.Call(operator, operands, form.span());
  }

  private Core special(Keyword keyword, Syntax.ListForm form, Scope scope) {
    return switch (keyword) {
      case QUOTE -> BasicForms.quote(this, form);
      case IF -> ConditionalForms.ifForm(this, form, scope);
      case LAMBDA -> BasicForms.lambda(this, form, BasicForms.placeName(form), scope);
      case CASE_LAMBDA -> BasicForms.caseLambda(this, form, BasicForms.placeName(form), scope);
      case DEFINE, DEFINE_VALUES, DEFINE_RECORD_TYPE, DEFINE_SYNTAX ->
          throw Rejection.malformed(form, "A definition stands where an expression is needed.");
      case SET -> BasicForms.set(this, form, scope);
      case BEGIN -> BasicForms.begin(this, form, scope);
      case LET -> BindingForms.let(this, form, scope);
      case LET_STAR -> BindingForms.letStar(this, form, scope);
      case LETREC -> BindingForms.letrec(this, form, keyword, scope);
      case LETREC_STAR -> BindingForms.letrec(this, form, keyword, scope);
      case LET_VALUES -> ValuesForms.let(this, form, scope);
      case LET_STAR_VALUES -> ValuesForms.letStar(this, form, scope);
      case DO -> LoopForms.doLoop(this, form, scope);
      case CASE -> CaseForm.expand(this, form, scope);
      case QUASIQUOTE -> Quasiquote.expand(this, form, scope);
      case DELAY -> ControlForms.delay(this, form, scope);
      case DELAY_FORCE -> ControlForms.delayForce(this, form, scope);
      case PARAMETERIZE -> ControlForms.parameterize(this, form, scope);
      case GUARD -> ControlForms.guard(this, form, scope);
      case COND -> CondForm.expand(this, form, scope);
      case AND -> ConditionalForms.and(this, form, scope);
      case OR -> ConditionalForms.or(this, form, scope);
      case WHEN -> ConditionalForms.when(this, form, scope);
      case UNLESS -> ConditionalForms.unless(this, form, scope);
      case LET_SYNTAX, LETREC_SYNTAX -> Macros.expression(this, form, keyword, scope);
      case SYNTAX_ERROR -> throw Macros.error(form);
      case SYNTAX_RULES ->
          throw Rejection.malformed(
              form, "syntax-rules has a meaning only where a keyword is bound.");
      case ELLIPSIS, UNDERSCORE ->
          throw Rejection.malformed(
              form, keyword.spelling() + " has a meaning only inside syntax-rules.");
      case ELSE, ARROW ->
          throw Rejection.malformed(
              form, keyword.spelling() + " has a meaning only inside a clause.");
      case UNQUOTE, UNQUOTE_SPLICING ->
          throw Rejection.malformed(
              form, keyword.spelling() + " has a meaning only inside quasiquote.");
      case COND_EXPAND -> optional(session.chosen(form), scope, form.span());
      case INCLUDE -> optional(session.included(form, /* folds= */ false), scope, form.span());
      case INCLUDE_CI -> optional(session.included(form, /* folds= */ true), scope, form.span());
      case IMPORT, DEFINE_LIBRARY ->
          throw Rejection.malformed(
              form, keyword.spelling() + " stands at the top level of a program only.");
    };
  }

  /** A form that must be a proper list. */
  static Syntax.ListForm properList(Syntax form) {
    if (form instanceof Syntax.ListForm written) {
      Syntax.ListForm list = Lists.flat(written);
      if (list.tail() == null) {
        return list;
      }
      throw Rejection.malformed(list.tail(), "An expression must be a proper list.");
    }
    throw new IllegalArgumentException("a form with a keyword is a list");
  }
}
