package dev.touchstone.conformance.subject;

import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Bignum;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A small interpreter with the forms of three Lisps that are no Schemes: a minimal stack VM ({@code
 * do}, {@code print}, {@code %}, words of 64 bits), a register VM ({@code def}, {@code set}, flat
 * {@code cond}, {@code is?}) and a stack VM with closures ({@code define}, {@code true}). It knows
 * no form of Scheme that they lack, so that a rendering that leaves one standing fails.
 */
final class ToyLisp {
  /** Which of the Lisps. */
  enum Kind {
    STACK,
    REGISTER,
    CLOSURES
  }

  /** A pair; the empty list is {@code nil}. */
  private record Cons(Object car, Object cdr) {}

  /** A name as a datum. */
  private record Name(String text) {}

  private record Function(List<String> parameters, List<Syntax> body, Scope scope) {}

  private static final class Scope {
    private final Map<String, Object> values = new HashMap<>();
    private final @Nullable Scope outer;

    Scope(@Nullable Scope outer) {
      this.outer = outer;
    }

    Optional<Scope> find(String name) {
      for (Scope at = this; at != null; at = at.outer) {
        if (at.values.containsKey(name)) {
          return Optional.of(at);
        }
      }
      return Optional.empty();
    }
  }

  /** An error of a program. */
  static final class ToyError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ToyError(String message) {
      super(message);
    }
  }

  /** A program takes more steps than a toy has patience for. */
  static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final Name NIL = new Name("nil");
  private static final Name TRUE = new Name("true");
  private static final Name FALSE = new Name("false");

  private final Kind kind;
  private final StringBuilder output = new StringBuilder();
  private final Scope global = new Scope(null);
  private int steps;

  ToyLisp(Kind kind) {
    this.kind = kind;
  }

  /** Runs a program; what it prints, and how the value of its last form is written. */
  record Run(String output, String value) {}

  Run run(String program) {
    Object value = NIL;
    for (Syntax form : DatumReader.readAll(Source.of("toy", program))) {
      value = eval(form, global);
    }
    return new Run(output.toString(), written(value));
  }

  private Object eval(Syntax form, Scope scope) {
    if (steps++ > 400_000) {
      throw new TooLong();
    }
    return switch (form) {
      case Syntax.Atom(Symbol name, var _) -> variable(name.name(), scope);
      case Syntax.Atom atom -> datum(atom);
      case Syntax.ListForm list when !list.items().isEmpty() && list.tail() == null ->
          list(list.items(), scope);
      default -> throw new ToyError("syntax: " + form.span().text());
    };
  }

  private Object variable(String name, Scope scope) {
    Optional<Scope> holder = scope.find(name);
    if (holder.isPresent()) {
      return Objects.requireNonNull(holder.get().values.get(name));
    }
    return switch (name) {
      case "nil", "true", "false" -> new Name(name);
      default -> {
        if (ToyPrimitives.names(kind).contains(name)) {
          yield new ToyPrimitives.Primitive(name);
        }
        throw new ToyError("unbound: " + name);
      }
    };
  }

  private Object list(List<Syntax> items, Scope scope) {
    String head = items.getFirst() instanceof Syntax.Atom(Symbol s, var _) ? s.name() : "";
    if (scope.find(head).isEmpty()) {
      Optional<Object> special = special(head, items, scope);
      if (special.isPresent()) {
        return special.get();
      }
    }
    Object function = eval(items.getFirst(), scope);
    List<Object> arguments = new ArrayList<>();
    items.subList(1, items.size()).forEach(item -> arguments.add(eval(item, scope)));
    return apply(function, arguments);
  }

  private Optional<Object> special(String head, List<Syntax> items, Scope scope) {
    if (!ToyPrimitives.forms(kind).contains(head)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (head) {
          case "if" -> {
            if (items.size() != 4) {
              throw new ToyError("if has three parts");
            }
            yield eval(items.get(isTrue(eval(items.get(1), scope)) ? 2 : 3), scope);
          }
          case "do", "begin" -> body(items, 1, scope);
          case "quote" -> datum(items.get(1));
          case "lambda" -> new Function(names(items.get(1)), from(items, 2), scope);
          case "define" -> define(items, scope);
          case "def" -> def(items, scope);
          case "set" -> set(items, scope);
          case "let" -> let(items, scope);
          case "cond" -> cond(items, scope);
          default -> throw new IllegalStateException(head);
        });
  }

  private static List<Syntax> from(List<Syntax> items, int index) {
    return items.subList(index, items.size());
  }

  private Object body(List<Syntax> forms, int from, Scope scope) {
    Object value = NIL;
    for (Syntax form : forms.subList(from, forms.size())) {
      value = eval(form, scope);
    }
    return value;
  }

  private Object define(List<Syntax> items, Scope scope) {
    if (items.get(1) instanceof Syntax.ListForm target) {
      List<String> names = names(target);
      Function function =
          new Function(names.subList(1, names.size()), items.subList(2, items.size()), scope);
      scope.values.put(names.getFirst(), function);
    } else {
      scope.values.put(name(items.get(1)), eval(items.get(2), scope));
    }
    return NIL;
  }

  private Object def(List<Syntax> items, Scope scope) {
    Function function = new Function(names(items.get(2)), items.subList(3, items.size()), scope);
    scope.values.put(name(items.get(1)), function);
    return NIL;
  }

  private Object set(List<Syntax> items, Scope scope) {
    if (!(eval(items.get(1), scope) instanceof Name name)) {
      throw new ToyError("set: no name");
    }
    Object value = eval(items.get(2), scope);
    scope.find(name.text()).orElse(global).values.put(name.text(), value);
    return value;
  }

  private Object let(List<Syntax> items, Scope scope) {
    Scope inner = new Scope(scope);
    if (items.get(1) instanceof Syntax.ListForm bindings) {
      for (Syntax binding : bindings.items()) {
        if (binding instanceof Syntax.ListForm two) {
          inner.values.put(name(two.items().get(0)), eval(two.items().get(1), scope));
        }
      }
    }
    return body(items, 2, inner);
  }

  private Object cond(List<Syntax> items, Scope scope) {
    for (int i = 1; i + 1 < items.size(); i += 2) {
      if (isTrue(eval(items.get(i), scope))) {
        return eval(items.get(i + 1), scope);
      }
    }
    return NIL;
  }

  private Object apply(Object function, List<Object> arguments) {
    return switch (function) {
      case Function f -> {
        if (f.parameters().size() != arguments.size()) {
          throw new ToyError("arity");
        }
        Scope inner = new Scope(f.scope());
        for (int i = 0; i < arguments.size(); i++) {
          inner.values.put(f.parameters().get(i), arguments.get(i));
        }
        yield body(f.body(), 0, inner);
      }
      case ToyPrimitives.Primitive(String name) -> primitive(name, arguments);
      default -> throw new ToyError("not a procedure: " + written(function));
    };
  }

  private Object primitive(String name, List<Object> arguments) {
    return switch (name) {
      case "print" -> {
        output.append(written(arguments.getFirst())).append(kind == Kind.STACK ? "\n" : "");
        yield arguments.getFirst();
      }
      case "cons" -> new Cons(arguments.get(0), arguments.get(1));
      case "car", "cdr" -> {
        if (!(arguments.getFirst() instanceof Cons(Object car, Object cdr))) {
          throw new ToyError("type");
        }
        yield name.equals("car") ? car : cdr;
      }
      case "list" -> {
        Object list = NIL;
        for (Object item : arguments.reversed()) {
          list = new Cons(item, list);
        }
        yield list;
      }
      case "nil?", "null?" -> truth(arguments.getFirst().equals(NIL));
      case "atom?" -> truth(!(arguments.getFirst() instanceof Cons));
      case "pair?" -> truth(arguments.getFirst() instanceof Cons);
      case "not" -> truth(!isTrue(arguments.getFirst()));
      case "is?", "eq?" -> truth(same(arguments.get(0), arguments.get(1)));
      default -> ToyPrimitives.arithmetic(name, arguments, this::truth);
    };
  }

  @SuppressWarnings("ReferenceEquality") // Pairs are the same only if they are one.
  private static boolean same(Object a, Object b) {
    return a == b || (!(a instanceof Cons) && a.equals(b));
  }

  private Object truth(boolean holds) {
    return switch (kind) {
      case STACK -> holds ? 1L : 0L;
      case REGISTER -> holds ? TRUE : NIL;
      case CLOSURES -> holds ? TRUE : FALSE;
    };
  }

  private boolean isTrue(Object value) {
    return switch (kind) {
      case STACK -> !value.equals(0L);
      case REGISTER -> value.equals(TRUE);
      case CLOSURES -> !value.equals(FALSE) && !value.equals(0L);
    };
  }

  private Object datum(Syntax datum) {
    return switch (datum) {
      case Syntax.Atom(Symbol name, var _) -> new Name(name.name());
      case Syntax.Atom(Fixnum number, var _) -> number.value();
      case Syntax.Atom(Bignum number, var _) -> throw new ToyError("no such word");
      case Syntax.Atom(Str text, var _) -> text.text();
      case Syntax.ListForm list -> {
        Object value = list.tail() == null ? NIL : datum(list.tail());
        for (Syntax item : list.items().reversed()) {
          value = new Cons(datum(item), value);
        }
        yield value;
      }
      default -> throw new ToyError("syntax: " + datum.span().text());
    };
  }

  private String written(Object value) {
    return switch (value) {
      case Name(String text) -> text;
      case Cons pair -> {
        StringBuilder text = new StringBuilder("(");
        Object at = pair;
        while (at instanceof Cons(Object car, Object cdr)) {
          text.append(text.length() > 1 ? " " : "").append(written(car));
          at = cdr;
        }
        yield text.append(at.equals(NIL) ? ")" : " . " + written(at) + ")").toString();
      }
      case Function f -> "<function>";
      case ToyPrimitives.Primitive p -> "<function>";
      case String text -> Printer.write(Str.of(text));
      default -> value.toString();
    };
  }

  private static List<String> names(Syntax list) {
    if (!(list instanceof Syntax.ListForm form) || form.tail() != null) {
      throw new ToyError("no list of names");
    }
    return form.items().stream().map(ToyLisp::name).toList();
  }

  private static String name(Syntax syntax) {
    if (syntax instanceof Syntax.Atom(Symbol name, var _)) {
      return name.name();
    }
    throw new ToyError("no name");
  }
}
