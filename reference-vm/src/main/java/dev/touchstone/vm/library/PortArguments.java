package dev.touchstone.vm.library;

import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.machine.Parameter;
import dev.touchstone.vm.machine.Primitive;
import dev.touchstone.vm.machine.Surroundings;
import dev.touchstone.vm.value.ByteInputPort;
import dev.touchstone.vm.value.ByteOutputPort;
import dev.touchstone.vm.value.Port;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.TextInputPort;
import dev.touchstone.vm.value.TextOutputPort;
import dev.touchstone.vm.value.Value;

/**
 * Arguments that are ports, or stand for the current one if they are not there; and the parameters
 * that hold the current ports. A port of the wrong kind, or a closed one, is an error of class
 * {@code type}.
 */
final class PortArguments {
  /** {@code current-input-port}. */
  static final Parameter INPUT =
      new Parameter(
          "current-input-port",
          world -> world.outside().input(),
          checker("current-input-port", true));

  /** {@code current-output-port}. */
  static final Parameter OUTPUT =
      new Parameter(
          "current-output-port",
          world -> world.outside().output(),
          checker("current-output-port", false));

  /** {@code current-error-port}. */
  static final Parameter ERRORS =
      new Parameter(
          "current-error-port",
          world -> world.outside().errors(),
          checker("current-error-port", false));

  private PortArguments() {}

  /** What checks the values that a parameter is given. */
  private static Value checker(String name, boolean input) {
    return Primitive.of(
        name,
        value -> {
          if (value instanceof Port port && port.isInput() == input) {
            return port;
          }
          throw Arguments.wrongType(name, 1, input ? "an input port" : "an output port", value);
        });
  }

  /** An argument that must be a port. */
  static Port port(String procedure, int position, Value value) {
    if (value instanceof Port port) {
      return port;
    }
    throw Arguments.wrongType(procedure, position, "a port", value);
  }

  /** The textual input port at that index, from 0, or else the current one. */
  static TextInputPort textInput(String procedure, Surroundings call, Value[] a, int at) {
    Value value = a.length > at ? a[at] : INPUT.value(call);
    return open(TextInputPort.class, "a textual input port", procedure, at, value);
  }

  /** The textual output port at that index, from 0, or else the current one. */
  static TextOutputPort textOutput(String procedure, Surroundings call, Value[] a, int at) {
    Value value = a.length > at ? a[at] : OUTPUT.value(call);
    return open(TextOutputPort.class, "a textual output port", procedure, at, value);
  }

  /** The binary input port at that index, from 0, or else the current one. */
  static ByteInputPort byteInput(String procedure, Surroundings call, Value[] a, int at) {
    Value value = a.length > at ? a[at] : INPUT.value(call);
    return open(ByteInputPort.class, "a binary input port", procedure, at, value);
  }

  /** The binary output port at that index, from 0, or else the current one. */
  static ByteOutputPort byteOutput(String procedure, Surroundings call, Value[] a, int at) {
    Value value = a.length > at ? a[at] : OUTPUT.value(call);
    return open(ByteOutputPort.class, "a binary output port", procedure, at, value);
  }

  private static <P extends Port> P open(
      Class<P> kind, String wanted, String procedure, int at, Value value) {
    if (value instanceof Port port && kind.isInstance(port) && port.isOpen()) {
      return kind.cast(port);
    }
    throw refusal(procedure, at, wanted, value);
  }

  private static SchemeError refusal(String procedure, int at, String wanted, Value value) {
    boolean closed = value instanceof Port port && !port.isOpen();
    return Arguments.wrongType(procedure, at + 1, closed ? "an open port" : wanted, value);
  }
}
