package dev.touchstone.vm.core;

import dev.touchstone.vm.value.Printer;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Core as text, for tests and for readers. Constants are quoted; of several variables of one name,
 * the second one met is printed {@code x.2}, the third {@code x.3}.
 */
public final class CorePrinter {
  private final StringBuilder out = new StringBuilder();
  private final IdentityHashMap<Variable, String> names = new IdentityHashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();

  private CorePrinter() {}

  /** The program's forms, a line each. */
  public static String print(CoreProgram program) {
    CorePrinter printer = new CorePrinter();
    for (Core form : program.forms()) {
      printer.expression(form);
      printer.out.append('\n');
    }
    return printer.out.toString();
  }

  /** One expression, on one line. */
  public static String print(Core expression) {
    CorePrinter printer = new CorePrinter();
    printer.expression(expression);
    return printer.out.toString();
  }

  private void expression(Core core) {
    switch (core) {
      case Core.Const c -> out.append('\'').append(Printer.write(c.value()));
      case Core.LocalRef r -> out.append(name(r.variable()));
      case Core.GlobalRef r -> out.append('@').append(r.name().name());
      case Core.StandardRef r -> out.append("#%").append(r.name().name());
      case Core.SetLocal s -> form("set! " + name(s.variable()), List.of(s.value()));
      case Core.SetGlobal s -> form("set! @" + s.name().name(), List.of(s.value()));
      case Core.DefineGlobal d -> form("define @" + d.name().name(), List.of(d.value()));
      case Core.If i -> form("if", List.of(i.test(), i.then(), i.otherwise()));
      case Core.Lambda l ->
          form("lambda " + parameters(l.parameters(), l.rest()), List.of(l.body()));
      case Core.CaseLambda c -> form("case-lambda", c.clauses());
      case Core.Call c -> call(c);
      case Core.Seq s -> form("seq", s.parts());
      case Core.Let l -> bindings("let", l.variables(), l.initialisers(), l.body());
      case Core.Receive r -> receive(r);
      case Core.Letrec l ->
          bindings(l.inOrder() ? "letrec*" : "letrec", l.variables(), l.initialisers(), l.body());
      case Core.Fix f -> bindings("fix", f.variables(), f.lambdas(), f.body());
      case Core.Locations l -> bindings("locations", l.variables(), List.of(), l.body());
      case Core.Or o -> form("or", List.of(o.first(), o.second()));
      case Core.Loop l ->
          bindings("loop " + name(l.name()), l.variables(), l.initialisers(), l.body());
      case Core.Again a -> form("again " + name(a.loop()), a.operands());
    }
  }

  private void form(String head, List<? extends Core> parts) {
    out.append('(').append(head);
    operands(parts);
    out.append(')');
  }

  private void operands(List<? extends Core> parts) {
    for (Core part : parts) {
      out.append(' ');
      expression(part);
    }
  }

  private void call(Core.Call call) {
    out.append('(');
    expression(call.operator());
    operands(call.operands());
    out.append(')');
  }

  /** A binding form; a variable without initialiser stands alone in its parentheses. */
  private void bindings(
      String head, List<Variable> variables, List<? extends Core> initialisers, Core body) {
    out.append('(').append(head).append(" (");
    for (int i = 0; i < variables.size(); i++) {
      out.append(i == 0 ? "(" : " (").append(name(variables.get(i)));
      if (i < initialisers.size()) {
        out.append(' ');
        expression(initialisers.get(i));
      }
      out.append(')');
    }
    out.append(") ");
    expression(body);
    out.append(')');
  }

  /** The producer stands outside the scope of the variables. */
  private void receive(Core.Receive receive) {
    String variables = parameters(receive.parameters(), receive.rest());
    form("receive " + variables, List.of(receive.producer(), receive.body()));
  }

  private String parameters(List<Variable> required, @Nullable Variable rest) {
    StringBuilder text = new StringBuilder("(");
    for (Variable parameter : required) {
      text.append(text.length() == 1 ? "" : " ").append(name(parameter));
    }
    if (rest != null) {
      text.append(text.length() == 1 ? ". " : " . ").append(name(rest));
    }
    return text.append(')').toString();
  }

  private String name(Variable variable) {
    return names.computeIfAbsent(
        variable,
        v -> {
          int use = uses.merge(v.name(), 1, Integer::sum);
          return use == 1 ? v.name() : v.name() + "." + use;
        });
  }
}
