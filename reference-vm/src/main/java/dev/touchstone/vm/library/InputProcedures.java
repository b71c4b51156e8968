package dev.touchstone.vm.library;

import static dev.touchstone.vm.library.PortArguments.byteInput;
import static dev.touchstone.vm.library.PortArguments.textInput;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.machine.Surroundings;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.ByteInputPort;
import dev.touchstone.vm.value.Bytevector;
import dev.touchstone.vm.value.Char;
import dev.touchstone.vm.value.Eof;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.TextInputPort;
import dev.touchstone.vm.value.Value;
import java.io.ByteArrayOutputStream;

/** Input (R7RS 6.13.2). */
final class InputProcedures {
  private InputProcedures() {}

  static void register(Registry r) {
    r.addQuick(
        "read-char", 0, 1, (call, a) -> character(textInput("read-char", call, a, 0).read()));
    r.addQuick(
        "peek-char", 0, 1, (call, a) -> character(textInput("peek-char", call, a, 0).peek()));
    r.addQuick(
        "char-ready?", 0, 1, (call, a) -> Bool.of(textInput("char-ready?", call, a, 0).ready()));
    r.addSituated("read-line", 0, 1, (call, a) -> line(textInput("read-line", call, a, 0)));
    r.addSituated("read-string", 1, 2, InputProcedures::string);
    r.addSituated("read", 0, 1, (call, a) -> DatumReader.read(textInput("read", call, a, 0)));
    r.addQuick("read-u8", 0, 1, (call, a) -> octet(byteInput("read-u8", call, a, 0).read()));
    r.addQuick("peek-u8", 0, 1, (call, a) -> octet(byteInput("peek-u8", call, a, 0).peek()));
    r.addQuick("u8-ready?", 0, 1, (call, a) -> Bool.of(byteInput("u8-ready?", call, a, 0).ready()));
    r.addSituated("read-bytevector", 1, 2, InputProcedures::bytevector);
    r.addSituated("read-bytevector!", 1, 4, InputProcedures::intoBytevector);
  }

  private static Value character(int point) {
    return point == TextInputPort.END ? Eof.INSTANCE : Char.of(point);
  }

  private static Value octet(int octet) {
    return octet == ByteInputPort.END ? Eof.INSTANCE : Fixnum.of(octet);
  }

  /** A line ends with a line feed, a carriage return, or both. */
  private static Value line(TextInputPort port) {
    int point = port.read();
    if (point == TextInputPort.END) {
      return Eof.INSTANCE;
    }
    StringBuilder line = new StringBuilder();
    while (point != '\n' && point != '\r' && point != TextInputPort.END) {
      line.appendCodePoint(point);
      Arguments.checkLength("read-line", line.length());
      point = port.read();
    }
    if (point == '\r' && port.peek() == '\n') {
      port.read();
    }
    return Str.of(line.toString());
  }

  private static Value string(Surroundings call, Value[] a) {
    int most = Arguments.most("read-string", 1, a[0]);
    TextInputPort port = textInput("read-string", call, a, 1);
    StringBuilder text = new StringBuilder();
    int count = 0;
    int point = most == 0 ? TextInputPort.END : port.read();
    while (point != TextInputPort.END) {
      text.appendCodePoint(point);
      count = Arguments.checkLength("read-string", count + 1);
      point = count == most ? TextInputPort.END : port.read();
    }
    return count == 0 && most > 0 ? Eof.INSTANCE : Str.of(text.toString());
  }

  private static Value bytevector(Surroundings call, Value[] a) {
    int most = Arguments.most("read-bytevector", 1, a[0]);
    ByteInputPort port = byteInput("read-bytevector", call, a, 1);
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    int octet = most == 0 ? ByteInputPort.END : port.read();
    while (octet != ByteInputPort.END) {
      octets.write(octet);
      Arguments.checkLength("read-bytevector", octets.size());
      octet = octets.size() == most ? ByteInputPort.END : port.read();
    }
    return octets.size() == 0 && most > 0 ? Eof.INSTANCE : Bytevector.of(octets.toByteArray());
  }

  private static Value intoBytevector(Surroundings call, Value[] a) {
    Bytevector into = mutable(a[0]);
    ByteInputPort port = byteInput("read-bytevector!", call, a, 1);
    Range range = Range.of("read-bytevector!", a, 2, into.length());
    int at = range.start();
    int octet = at == range.end() ? ByteInputPort.END : port.read();
    while (octet != ByteInputPort.END) {
      into.set(at++, octet);
      octet = at == range.end() ? ByteInputPort.END : port.read();
    }
    boolean atEnd = at == range.start() && range.length() > 0;
    return atEnd ? Eof.INSTANCE : Fixnum.of(at - range.start());
  }

  private static Bytevector mutable(Value value) {
    if (value instanceof Bytevector bytes && !bytes.isLiteral()) {
      return bytes;
    }
    throw Arguments.wrongType("read-bytevector!", 1, "a bytevector that may be changed", value);
  }
}
