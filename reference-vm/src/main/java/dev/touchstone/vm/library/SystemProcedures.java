package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.machine.Control;
import dev.touchstone.vm.machine.Dynamics;
import dev.touchstone.vm.machine.Surroundings;
import dev.touchstone.vm.machine.WallClock;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.ByteInputPort;
import dev.touchstone.vm.value.ByteOutputPort;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Flonum;
import dev.touchstone.vm.value.Numbers;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.TextInputPort;
import dev.touchstone.vm.value.TextOutputPort;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The system interface: files, process context, time (R7RS 6.13.1, 6.14). */
final class SystemProcedures {
  private static final int FAILURE = 1;
  private static final int CODES = 256;

  private SystemProcedures() {}

  static void register(Registry r) {
    registerFiles(r);
    registerTime(r);
    r.addSituated(
        "command-line", 0, 0, (call, a) -> strings(call.world().outside().grants().commandLine()));
    r.addSituated("get-environment-variable", 1, 1, SystemProcedures::variable);
    r.addSituated("get-environment-variables", 0, 0, SystemProcedures::variables);
    // `exit` itself is in ports.scm: it leaves the winds first.
    r.addControl("emergency-exit", 0, 1, SystemProcedures::exit);
    r.addControl("%exit", 1, 1, SystemProcedures::exit);
    r.addControl("%outermost-state", 0, 0, (control, a) -> control.returnValues(Dynamics.NONE));
  }

  private static void registerFiles(Registry r) {
    r.addSituated(
        "open-input-file",
        1,
        1,
        (call, a) ->
            TextInputPort.of(call.world().outside().openForReading(path("open-input-file", a))));
    r.addSituated(
        "open-binary-input-file",
        1,
        1,
        (call, a) ->
            ByteInputPort.of(
                call.world().outside().openForReading(path("open-binary-input-file", a))));
    r.addSituated(
        "open-output-file",
        1,
        1,
        (call, a) ->
            TextOutputPort.to(call.world().outside().openForWriting(path("open-output-file", a))));
    r.addSituated(
        "open-binary-output-file",
        1,
        1,
        (call, a) ->
            ByteOutputPort.to(
                call.world().outside().openForWriting(path("open-binary-output-file", a))));
    r.addSituated(
        "file-exists?",
        1,
        1,
        (call, a) ->
            Bool.of(call.world().outside().grants().files().exists(path("file-exists?", a))));
    r.addSituated("delete-file", 1, 1, SystemProcedures::delete);
  }

  private static void registerTime(Registry r) {
    r.addQuick(
        "current-second",
        0,
        0,
        (call, a) -> Flonum.of(call.world().outside().grants().clock().seconds()));
    r.addQuick(
        "current-jiffy",
        0,
        0,
        (call, a) -> Fixnum.of(call.world().outside().grants().clock().jiffies()));
    r.add("jiffies-per-second", 0, 0, a -> Fixnum.of(WallClock.JIFFIES_PER_SECOND));
  }

  private static String path(String procedure, Value[] a) {
    return Arguments.string(procedure, 1, a[0]).text();
  }

  private static Value delete(Surroundings call, Value[] a) {
    call.world().outside().grants().files().delete(path("delete-file", a));
    return Unspecified.INSTANCE;
  }

  private static Value strings(List<String> texts) {
    List<Value> strings = new ArrayList<>();
    texts.forEach(text -> strings.add(Str.of(text)));
    return Lists.list(strings, EmptyList.INSTANCE);
  }

  private static Value variable(Surroundings call, Value[] a) {
    String name = Arguments.string("get-environment-variable", 1, a[0]).text();
    String value = call.world().outside().grants().environment().get(name);
    return value == null ? Bool.FALSE : Str.of(value);
  }

  private static Value variables(Surroundings call, Value[] a) {
    List<Value> pairs = new ArrayList<>();
    new TreeMap<>(call.world().outside().grants().environment())
        .forEach((name, value) -> pairs.add(Pair.of(Str.of(name), Str.of(value))));
    return Lists.list(pairs, EmptyList.INSTANCE);
  }

  private static void exit(Control control, Value[] a) {
    control.exit(a.length == 0 ? 0 : code(a[0]));
  }

  /** The exit code that an object stands for. */
  private static int code(Value value) {
    if (value == Bool.TRUE) {
      return 0;
    }
    if (!Numbers.isExactInteger(value)) {
      return FAILURE;
    }
    Value code = Numbers.floorRemainder("exit", value, Fixnum.of(CODES));
    return (int) ((Fixnum) code).value();
  }
}
