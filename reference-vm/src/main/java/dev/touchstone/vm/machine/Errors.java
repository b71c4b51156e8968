package dev.touchstone.vm.machine;

import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;

/** The errors of variables and calls. */
public final class Errors {
  private Errors() {}

  static SchemeError unbound(Cell cell) {
    return unbound(cell.name);
  }

  /** A global variable was referred to or assigned that no definition has bound. */
  public static SchemeError unbound(Symbol name) {
    return SchemeError.of(ErrorClass.UNBOUND, "unbound variable", name.written());
  }

  /** A local variable was referred to that has no value yet. */
  public static SchemeError uninitialised() {
    return SchemeError.of(
        ErrorClass.UNINITIALIZED, "a variable was used before its initialiser had run");
  }

  /** Something was called that is no procedure. */
  public static SchemeError notProcedure(Value callee) {
    return SchemeError.of(ErrorClass.NOT_PROCEDURE, "not a procedure", callee);
  }

  /** A procedure of several arities was called with a number of arguments that none takes. */
  public static SchemeError noClause(String name, int count) {
    return SchemeError.of(
        ErrorClass.ARITY, name + ": no clause takes the number of arguments", Fixnum.of(count));
  }

  /** A number of values was returned that the return point does not take. */
  public static SchemeError wrongValueCount(int fixed, boolean rest, int count) {
    String wanted = rest ? "at least " + fixed : Integer.toString(fixed);
    String noun = fixed == 1 ? " value" : " values";
    return SchemeError.of(
        ErrorClass.ARITY,
        "expected " + wanted + noun + ", but the number returned is",
        Fixnum.of(count));
  }

  static SchemeError wrongCount(Code code, int count) {
    int most = code.hasRest() ? Primitive.UNBOUNDED : code.required();
    return wrongCount(code.name(), code.required(), most, count);
  }

  /** A procedure was called with a number of arguments that it does not take. */
  public static SchemeError wrongCount(String name, int least, int most, int count) {
    StringBuilder text = new StringBuilder(name).append(": expected ");
    if (most == Primitive.UNBOUNDED) {
      text.append("at least ").append(least);
    } else {
      text.append(least);
      if (most > least) {
        text.append(" to ").append(most);
      }
    }
    int mentioned = most == Primitive.UNBOUNDED ? least : most;
    text.append(mentioned == 1 ? " argument" : " arguments").append(", but the number given is");
    return SchemeError.of(ErrorClass.ARITY, text.toString(), Fixnum.of(count));
  }
}
