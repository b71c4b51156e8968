package dev.touchstone.vm.library;

import dev.touchstone.vm.expand.EvaluationEnvironment;
import dev.touchstone.vm.expand.FeatureNames;
import dev.touchstone.vm.expand.Session;
import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.machine.Control;
import dev.touchstone.vm.machine.Primitive;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.List;

/** Environments and evaluation (R7RS 6.12), {@code load} and {@code features} (R7RS 6.14). */
final class EvaluationProcedures {
  private static final long REPORT = 5;

  private EvaluationProcedures() {}

  static void register(Registry r) {
    r.addControl("eval", 1, 2, EvaluationProcedures::eval);
    r.addControl("load", 1, 2, EvaluationProcedures::load);
    r.addControl("environment", 0, Primitive.UNBOUNDED, EvaluationProcedures::environment);
    r.addControl(
        "interaction-environment",
        0,
        0,
        (control, a) -> control.returnValues(session(control).interactionEnvironment()));
    r.addControl(
        "scheme-report-environment",
        1,
        1,
        (control, a) -> {
          checkVersion("scheme-report-environment", a[0]);
          control.returnValues(session(control).reportEnvironment());
        });
    r.addControl(
        "null-environment",
        1,
        1,
        (control, a) -> {
          checkVersion("null-environment", a[0]);
          control.returnValues(session(control).nullEnvironment());
        });
    r.add("features", 0, 0, a -> features());
  }

  private static Session session(Control control) {
    return control.world().frontEnd().session();
  }

  private static Value features() {
    List<Value> names = FeatureNames.ALL.stream().<Value>map(Symbol::of).toList();
    return Lists.list(names, EmptyList.INSTANCE);
  }

  private static void eval(Control control, Value[] arguments) {
    EvaluationEnvironment where = where("eval", control, arguments);
    control.evaluate(limit -> session(control).datum(arguments[0], where, limit));
  }

  private static void load(Control control, Value[] arguments) {
    if (!(arguments[0] instanceof Str path)) {
      throw Arguments.wrongType("load", 1, "a string", arguments[0]);
    }
    EvaluationEnvironment where = where("load", control, arguments);
    control.evaluate(limit -> session(control).file(path.text(), where, limit));
  }

  private static void environment(Control control, Value[] sets) {
    control.evaluate(limit -> session(control).environment(List.of(sets), limit));
  }

  private static EvaluationEnvironment where(String procedure, Control control, Value[] arguments) {
    if (arguments.length == 1) {
      return session(control).interactionEnvironment();
    }
    if (arguments[1] instanceof EvaluationEnvironment environment) {
      return environment;
    }
    throw Arguments.wrongType(procedure, 2, "an environment", arguments[1]);
  }

  private static void checkVersion(String procedure, Value version) {
    if (!(version instanceof Fixnum number)) {
      throw Arguments.wrongType(procedure, 1, "an exact integer", version);
    }
    if (number.value() != REPORT) {
      throw SchemeError.of(
          ErrorClass.RANGE, procedure + ": only the report 5 is known, not", version);
    }
  }
}
