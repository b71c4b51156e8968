package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.machine.Primitive;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Bytevector;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bytevectors, and texts as the bytes of their UTF-8 (R7RS 6.9). */
final class BytevectorProcedures {
  private BytevectorProcedures() {}

  static void register(Registry r) {
    r.add("bytevector?", a -> Bool.of(a instanceof Bytevector));
    r.add("make-bytevector", 1, 2, BytevectorProcedures::make);
    r.add("bytevector", 0, Primitive.UNBOUNDED, BytevectorProcedures::of);
    r.add(
        "bytevector-length",
        a -> Fixnum.of(Arguments.bytevector("bytevector-length", 1, a).length()));
    r.add("bytevector-u8-ref", BytevectorProcedures::ref);
    r.add("bytevector-u8-set!", BytevectorProcedures::set);
    r.add("bytevector-copy", 1, 3, BytevectorProcedures::copy);
    r.add("bytevector-copy!", 3, 5, BytevectorProcedures::copyInto);
    r.add("bytevector-append", 0, Primitive.UNBOUNDED, BytevectorProcedures::append);
    r.add("utf8->string", 1, 3, BytevectorProcedures::decode);
    r.add("string->utf8", 1, 3, BytevectorProcedures::encode);
  }

  private static Value make(Value[] arguments) {
    int length = Arguments.newLength("make-bytevector", 1, arguments[0]);
    int fill = arguments.length > 1 ? Arguments.octet("make-bytevector", 2, arguments[1]) : 0;
    return Bytevector.filled(length, fill);
  }

  private static Value of(Value[] octets) {
    Bytevector bytes = Bytevector.filled(octets.length, 0);
    for (int i = 0; i < octets.length; i++) {
      bytes.set(i, Arguments.octet("bytevector", i + 1, octets[i]));
    }
    return bytes;
  }

  private static Value ref(Value bytevector, Value k) {
    Bytevector bytes = Arguments.bytevector("bytevector-u8-ref", 1, bytevector);
    return Fixnum.of(bytes.get(Arguments.index("bytevector-u8-ref", 2, k, bytes.length())));
  }

  private static Value set(Value bytevector, Value k, Value octet) {
    Bytevector bytes = Arguments.mutableBytevector("bytevector-u8-set!", 1, bytevector);
    int index = Arguments.index("bytevector-u8-set!", 2, k, bytes.length());
    bytes.set(index, Arguments.octet("bytevector-u8-set!", 3, octet));
    return Unspecified.INSTANCE;
  }

  private static Value copy(Value[] arguments) {
    Bytevector bytes = Arguments.bytevector("bytevector-copy", 1, arguments[0]);
    Range range = Range.of("bytevector-copy", arguments, 1, bytes.length());
    return bytes.copy(range.start(), range.end());
  }

  private static Value copyInto(Value[] arguments) {
    Bytevector to = Arguments.mutableBytevector("bytevector-copy!", 1, arguments[0]);
    int at = Arguments.integer("bytevector-copy!", 2, arguments[1], 0, to.length());
    Bytevector from = Arguments.bytevector("bytevector-copy!", 3, arguments[2]);
    Range range = Range.of("bytevector-copy!", arguments, 3, from.length());
    Arguments.checkFits("bytevector-copy!", range.length(), to.length() - at);
    to.copyFrom(at, from, range.start(), range.end());
    return Unspecified.INSTANCE;
  }

  private static Value append(Value[] arguments) {
    long length = 0;
    for (int i = 0; i < arguments.length; i++) {
      length += Arguments.bytevector("bytevector-append", i + 1, arguments[i]).length();
    }
    Bytevector whole = Bytevector.filled(Arguments.checkLength("bytevector-append", length), 0);
    int at = 0;
    for (int i = 0; i < arguments.length; i++) {
      Bytevector part = Arguments.bytevector("bytevector-append", i + 1, arguments[i]);
      whole.copyFrom(at, part, 0, part.length());
      at += part.length();
    }
    return whole;
  }

  /** The decoder is strict: no overlong forms, no surrogates, nothing beyond U+10FFFF. */
  private static Value decode(Value[] arguments) {
    Bytevector bytes = Arguments.bytevector("utf8->string", 1, arguments[0]);
    Range range = Range.of("utf8->string", arguments, 1, bytes.length());
    ByteBuffer octets = ByteBuffer.wrap(bytes.octets(range.start(), range.end()));
    try {
      return Str.of(StandardCharsets.UTF_8.newDecoder().decode(octets).toString());
    } catch (CharacterCodingException e) {
      throw SchemeError.of(
          ErrorClass.RANGE, "utf8->string: argument 1 is no UTF-8 in that range", bytes);
    }
  }

  private static Value encode(Value[] arguments) {
    Str string = Arguments.string("string->utf8", 1, arguments[0]);
    Range range = Range.of("string->utf8", arguments, 1, string.length());
    Arguments.checkLength("string->utf8", encodedLength(string, range));
    byte[] octets = string.text(range.start(), range.end()).getBytes(StandardCharsets.UTF_8);
    return Bytevector.of(octets);
  }

  private static long encodedLength(Str string, Range range) {
    long length = 0;
    for (int i = range.start(); i < range.end(); i++) {
      int c = string.get(i);
      length += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    }
    return length;
  }
}
