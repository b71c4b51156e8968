package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Condition;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Value;
import java.util.List;

/** Error objects (R7RS 6.11); raising and handling is in {@code control.scm}. */
final class ErrorProcedures {
  private ErrorProcedures() {}

  static void register(Registry r) {
    r.add("error-object?", a -> Bool.of(a instanceof Condition));
    r.add("error-object-message", a -> message(condition("error-object-message", a)));
    r.add(
        "error-object-irritants",
        a -> Lists.list(condition("error-object-irritants", a).irritants(), EmptyList.INSTANCE));
    r.add("file-error?", a -> isOfClass(a, ErrorClass.FILE));
    r.add("read-error?", a -> isOfClass(a, ErrorClass.READ));
    r.add("%make-error", ErrorProcedures::make);
    r.add("%handler-returned", ErrorProcedures::handlerReturned);
  }

  private static Value isOfClass(Value value, ErrorClass wanted) {
    return Bool.of(value instanceof Condition condition && condition.errorClass() == wanted);
  }

  private static Condition condition(String procedure, Value value) {
    if (value instanceof Condition condition) {
      return condition;
    }
    throw Arguments.wrongType(procedure, 1, "an error object", value);
  }

  /** The message as the program gave it, which by rights is a string. */
  private static Value message(Condition condition) {
    Value given = condition.payload();
    return given == null ? Str.literal(condition.message()) : given;
  }

  private static Value make(Value message, Value irritants) {
    return Condition.ofUser(
        message,
        message instanceof Str text ? text.text() : Printer.write(message),
        Lists.elements("error", 2, irritants));
  }

  /** A handler has returned from {@code raise}: an error of the same class as what was raised. */
  private static Value handlerReturned(Value object) {
    ErrorClass errorClass =
        object instanceof Condition condition ? condition.errorClass() : ErrorClass.RAISED;
    return new Condition(errorClass, "the handler returned from the raise of", List.of(object));
  }
}
