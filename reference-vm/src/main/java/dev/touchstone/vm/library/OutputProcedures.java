package dev.touchstone.vm.library;

import static dev.touchstone.vm.library.PortArguments.byteOutput;
import static dev.touchstone.vm.library.PortArguments.textOutput;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.machine.Surroundings;
import dev.touchstone.vm.value.ByteOutputPort;
import dev.touchstone.vm.value.Bytevector;
import dev.touchstone.vm.value.Port;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.TextOutputPort;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;
import java.util.function.Function;

/** Output (R7RS 6.13.3). */
final class OutputProcedures {
  private OutputProcedures() {}

  static void register(Registry r) {
    printing(r, "display", Printer::display);
    printing(r, "write", Printer::write);
    printing(r, "write-shared", Printer::writeShared);
    printing(r, "write-simple", Printer::writeSimple);
    r.addSituated("newline", 0, 1, OutputProcedures::newline);
    r.addSituated("write-char", 1, 2, OutputProcedures::writeChar);
    r.addSituated("write-string", 1, 4, OutputProcedures::writeString);
    r.addSituated("write-u8", 1, 2, OutputProcedures::writeOctet);
    r.addSituated("write-bytevector", 1, 4, OutputProcedures::writeBytes);
    r.addSituated("flush-output-port", 0, 1, OutputProcedures::flush);
  }

  private static void printing(Registry r, String name, Function<Value, String> form) {
    r.addSituated(
        name,
        1,
        2,
        (call, a) -> {
          TextOutputPort port = textOutput(name, call, a, 1);
          port.write(form.apply(a[0]));
          return Unspecified.INSTANCE;
        });
  }

  private static Value newline(Surroundings call, Value[] a) {
    textOutput("newline", call, a, 0).write("\n");
    return Unspecified.INSTANCE;
  }

  private static Value writeChar(Surroundings call, Value[] a) {
    int point = Arguments.character("write-char", 1, a[0]);
    textOutput("write-char", call, a, 1).write(point);
    return Unspecified.INSTANCE;
  }

  private static Value writeString(Surroundings call, Value[] a) {
    Str string = Arguments.string("write-string", 1, a[0]);
    TextOutputPort port = textOutput("write-string", call, a, 1);
    Range range = Range.of("write-string", a, 2, string.length());
    port.write(part(string, range));
    return Unspecified.INSTANCE;
  }

  private static String part(Str string, Range range) {
    if (range.length() == string.length()) {
      return string.text();
    }
    StringBuilder text = new StringBuilder(range.length());
    for (int i = range.start(); i < range.end(); i++) {
      text.appendCodePoint(string.get(i));
    }
    return text.toString();
  }

  private static Value writeOctet(Surroundings call, Value[] a) {
    int octet = Arguments.integer("write-u8", 1, a[0], 0, 255);
    byteOutput("write-u8", call, a, 1).write((byte) octet);
    return Unspecified.INSTANCE;
  }

  private static Value writeBytes(Surroundings call, Value[] a) {
    if (!(a[0] instanceof Bytevector bytes)) {
      throw Arguments.wrongType("write-bytevector", 1, "a bytevector", a[0]);
    }
    ByteOutputPort port = byteOutput("write-bytevector", call, a, 1);
    Range range = Range.of("write-bytevector", a, 2, bytes.length());
    port.write(bytes.octets(range.start(), range.end()));
    return Unspecified.INSTANCE;
  }

  private static Value flush(Surroundings call, Value[] a) {
    Value value = a.length > 0 ? a[0] : PortArguments.OUTPUT.value(call);
    switch (value) {
      case TextOutputPort port when port.isOpen() -> port.flush();
      case ByteOutputPort port when port.isOpen() -> port.flush();
      case Port port when !port.isOpen() ->
          throw Arguments.wrongType("flush-output-port", 1, "an open port", port);
      default -> throw Arguments.wrongType("flush-output-port", 1, "an output port", value);
    }
    return Unspecified.INSTANCE;
  }
}
