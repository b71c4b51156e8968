package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.ByteInputPort;
import dev.touchstone.vm.value.ByteOutputPort;
import dev.touchstone.vm.value.Bytevector;
import dev.touchstone.vm.value.Eof;
import dev.touchstone.vm.value.Port;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.TextInputPort;
import dev.touchstone.vm.value.TextOutputPort;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;

/** Ports themselves: what they are, making and closing them (R7RS 6.13.1). */
final class PortProcedures {
  private PortProcedures() {}

  static void register(Registry r) {
    r.add("current-input-port", PortArguments.INPUT);
    r.add("current-output-port", PortArguments.OUTPUT);
    r.add("current-error-port", PortArguments.ERRORS);
    r.add("eof-object", 0, 0, a -> Eof.INSTANCE);
    r.add("eof-object?", a -> Bool.of(a == Eof.INSTANCE));
    r.add("%check-port", (name, a) -> PortArguments.port(((Symbol) name).name(), 1, a));
    registerPredicates(r);
    registerClosing(r);
    registerMaking(r);
  }

  private static void registerPredicates(Registry r) {
    r.add("port?", a -> Bool.of(a instanceof Port));
    r.add("input-port?", a -> Bool.of(a instanceof Port port && port.isInput()));
    r.add("output-port?", a -> Bool.of(a instanceof Port port && !port.isInput()));
    r.add("textual-port?", a -> Bool.of(a instanceof Port port && port.isTextual()));
    r.add("binary-port?", a -> Bool.of(a instanceof Port port && !port.isTextual()));
    r.add("input-port-open?", a -> isOpen("input-port-open?", a, true));
    r.add("output-port-open?", a -> isOpen("output-port-open?", a, false));
  }

  private static void registerClosing(Registry r) {
    r.add("close-port", a -> close(PortArguments.port("close-port", 1, a)));
    r.add("close-input-port", a -> close(port("close-input-port", a, true)));
    r.add("close-output-port", a -> close(port("close-output-port", a, false)));
  }

  private static void registerMaking(Registry r) {
    r.add("open-input-string", a -> TextInputPort.of(Arguments.string("open-input-string", 1, a)));
    r.add("open-output-string", 0, 0, a -> TextOutputPort.onString());
    r.add("get-output-string", PortProcedures::text);
    r.add("open-input-bytevector", PortProcedures::openBytes);
    r.add("open-output-bytevector", 0, 0, a -> ByteOutputPort.onBytevector());
    r.add("get-output-bytevector", PortProcedures::bytes);
  }

  private static Port port(String procedure, Value value, boolean input) {
    if (value instanceof Port port && port.isInput() == input) {
      return port;
    }
    throw Arguments.wrongType(procedure, 1, input ? "an input port" : "an output port", value);
  }

  /** A port of the other direction is open for nothing that was asked for. */
  private static Value isOpen(String procedure, Value value, boolean input) {
    Port port = PortArguments.port(procedure, 1, value);
    return Bool.of(port.isInput() == input && port.isOpen());
  }

  private static Value close(Port port) {
    port.close();
    return Unspecified.INSTANCE;
  }

  private static Value text(Value value) {
    String text = value instanceof TextOutputPort port ? port.text() : null;
    if (text == null) {
      throw Arguments.wrongType("get-output-string", 1, "an output port on a string", value);
    }
    return Str.of(text);
  }

  private static Value openBytes(Value value) {
    if (value instanceof Bytevector bytes) {
      return ByteInputPort.of(bytes);
    }
    throw Arguments.wrongType("open-input-bytevector", 1, "a bytevector", value);
  }

  private static Value bytes(Value value) {
    Bytevector bytes = value instanceof ByteOutputPort port ? port.bytes() : null;
    if (bytes == null) {
      throw Arguments.wrongType(
          "get-output-bytevector", 1, "an output port on a bytevector", value);
    }
    return bytes;
  }
}
