package dev.touchstone.vm.core;

import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression of the core language. Subexpressions are evaluated from left to right. */
public sealed interface Core {
  /** The part of the program that it came from. */
  Span span();

  /** A constant. */
  record Const(Value value, Span span) implements Core {}

  /** The value of a local variable. */
  record LocalRef(Variable variable, Span span) implements Core {}

  /** The value of a global variable. */
  record GlobalRef(Symbol name, Span span) implements Core {}

  /** The standard procedure of that name, whatever the program does to the variable of the name. */
  record StandardRef(Symbol name, Span span) implements Core {}

  /** Assigns a local variable; its own value is unspecified. */
  record SetLocal(Variable variable, Core value, Span span) implements Core {}

  /** Assigns a global variable that exists; its own value is unspecified. */
  record SetGlobal(Symbol name, Core value, Span span) implements Core {}

  /** Defines or redefines a global variable. Only at top level; it has no value. */
  record DefineGlobal(Symbol name, Core value, Span span) implements Core {}

  /** One of two expressions, the first unless the test's value is {@code #f}. */
  record If(Core test, Core then, Core otherwise, Span span) implements Core {}

  /**
   * A procedure.
   *
   * @param name for messages and traces: the variable it is bound to, or {@code lambda@line:col}
   * @param parameters the required ones
   * @param rest receives the list of further arguments, or null if none are taken
   */
  record Lambda(
      String name, List<Variable> parameters, @Nullable Variable rest, Core body, Span span)
      implements Core {
    /** Copies the parameters. */
    public Lambda {
      parameters = List.copyOf(parameters);
    }
  }

  /** A procedure call: operator first, then the operands. */
  record Call(Core operator, List<Core> operands, Span span) implements Core {
    /** Copies the operands. */
    public Call {
      operands = List.copyOf(operands);
    }
  }

  /**
   * Expressions one after the other; the value is that of the last.
   *
   * @param parts at least one
   */
  record Seq(List<Core> parts, Span span) implements Core {
    /** Copies the parts. */
    public Seq {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Binds variables, in order, around a body. No initialiser refers to a variable of this form.
   *
   * @param variables as many as initialisers
   */
  record Let(List<Variable> variables, List<Core> initialisers, Core body, Span span)
      implements Core {
    /** Copies both lists. */
    public Let {
      variables = List.copyOf(variables);
      initialisers = List.copyOf(initialisers);
    }
  }

  /**
   * Binds variables to locations without content around initialisers and body. The initialisers are
   * evaluated in order; where {@code inOrder}, as in {@code letrec*} and bodies, each variable gets
   * its value before the next is evaluated, otherwise all get theirs when all are known. To refer
   * to a variable without content is an error.
   *
   * @param variables as many as initialisers
   */
  record Letrec(
      boolean inOrder, List<Variable> variables, List<Core> initialisers, Core body, Span span)
      implements Core {
    /** Copies both lists. */
    public Letrec {
      variables = List.copyOf(variables);
      initialisers = List.copyOf(initialisers);
    }
  }

  /**
   * Binds variables to procedures that may refer to one another, around a body. Only the compiler
   * makes these, out of a {@link Letrec}; none of the variables is assigned.
   *
   * @param variables as many as lambdas
   */
  record Fix(List<Variable> variables, List<Lambda> lambdas, Core body, Span span) implements Core {
    /** Copies both lists. */
    public Fix {
      variables = List.copyOf(variables);
      lambdas = List.copyOf(lambdas);
    }
  }

  /**
   * Binds variables to locations without content, around a body that assigns them. Only the
   * compiler makes these, out of a {@link Letrec}.
   */
  record Locations(List<Variable> variables, Core body, Span span) implements Core {
    /** Copies the list. */
    public Locations {
      variables = List.copyOf(variables);
    }
  }
}
