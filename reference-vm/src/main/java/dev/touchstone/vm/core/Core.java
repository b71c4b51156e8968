package dev.touchstone.vm.core;

import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.List;
import java.util.stream.Stream;
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

  /**
   * Defines or redefines a global variable; it has no value. Only a top-level form, or where one
   * receives several values, in the body of that.
   */
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

    /** The variables that it binds, in order. */
    public List<Variable> variables() {
      return variablesOf(parameters, rest);
    }
  }

  /**
   * A procedure of several arities: a call runs the first clause that takes the number of
   * arguments, and is an error if none does.
   *
   * @param name as of a {@link Lambda}; all clauses have it
   */
  record CaseLambda(String name, List<Lambda> clauses, Span span) implements Core {
    /** Copies the clauses. */
    public CaseLambda {
      clauses = List.copyOf(clauses);
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
   * Binds variables to the values of an expression that may have any number of them, around a body.
   * It is an error if their number is another.
   *
   * @param rest receives the list of further values, or null if none are taken
   */
  record Receive(
      List<Variable> parameters, @Nullable Variable rest, Core producer, Core body, Span span)
      implements Core {
    /** Copies the parameters. */
    public Receive {
      parameters = List.copyOf(parameters);
    }

    /** The variables that it binds, in order. */
    public List<Variable> variables() {
      return variablesOf(parameters, rest);
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
   * Binds variables to locations without content, around a body that assigns them: where several
   * values are defined at once, and what the compiler makes of a {@link Letrec}. To refer to a
   * variable without content is an error.
   *
   * @param variables all of them assigned
   */
  record Locations(List<Variable> variables, Core body, Span span) implements Core {
    /** Copies the list. */
    public Locations {
      variables = List.copyOf(variables);
    }
  }

  /**
   * The first expression's value if it is true, else the value of the second. Only the compiler
   * makes these, out of what {@code or} becomes.
   */
  record Or(Core first, Core second, Span span) implements Core {}

  /**
   * A procedure that is called here and nowhere else, except that {@link Again} in tail position of
   * its body calls it: the body, which an {@code Again} evaluates from its beginning. Only the
   * compiler makes these. No initialiser refers to a variable of this form.
   *
   * @param name the variable that holds the procedure in the program's text
   * @param variables as many as initialisers; fresh locations in each turn
   */
  record Loop(
      Variable name, List<Variable> variables, List<Core> initialisers, Core body, Span span)
      implements Core {
    /** Copies both lists. */
    public Loop {
      variables = List.copyOf(variables);
      initialisers = List.copyOf(initialisers);
    }
  }

  /**
   * The next turn of a loop around it, in tail position of that one's body; no lambda lies between.
   *
   * @param loop the name of the loop
   * @param operands the values of its variables in that turn; as many
   */
  record Again(Variable loop, List<Core> operands, Span span) implements Core {
    /** Copies the operands. */
    public Again {
      operands = List.copyOf(operands);
    }
  }

  private static List<Variable> variablesOf(List<Variable> parameters, @Nullable Variable rest) {
    return rest == null ? parameters : Stream.concat(parameters.stream(), Stream.of(rest)).toList();
  }
}
