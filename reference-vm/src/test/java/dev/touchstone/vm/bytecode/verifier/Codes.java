package dev.touchstone.vm.bytecode.verifier;

import dev.touchstone.vm.bytecode.CaptureKind;
import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.bytecode.SpanTable;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Code by hand: a header in words, and instructions as {@code "LOCAL 0; RETURN"}. */
final class Codes {
  private static final List<Symbol> GLOBALS =
      Stream.of("x", "car", "%push-wind", "%guard").map(Symbol::of).toList();

  private String name = "main";
  private int required;
  private boolean rest;
  private int locals;
  private int maxStack = 10;
  private List<CaptureKind> captures = List.of();
  private final List<Value> constants = new ArrayList<>(List.of(Fixnum.of(7)));
  private final List<Code> nested = new ArrayList<>();

  static Codes code() {
    return new Codes();
  }

  Codes named(String newName) {
    name = newName;
    return this;
  }

  Codes takes(int arguments, boolean takesRest) {
    required = arguments;
    rest = takesRest;
    return this;
  }

  Codes locals(int count) {
    locals = count;
    return this;
  }

  Codes stack(int slots) {
    maxStack = slots;
    return this;
  }

  Codes captures(CaptureKind... kinds) {
    captures = List.of(kinds);
    return this;
  }

  Codes constant(Value value) {
    constants.add(value);
    return this;
  }

  Codes nested(Code code) {
    nested.add(code);
    return this;
  }

  /** Of words alone, whether they are instructions or not. */
  Code of(int... words) {
    SpanTable.Builder spans = new SpanTable.Builder();
    spans.add(0, Span.NOWHERE);
    return new Code(
        name, required, rest, locals, maxStack, captures, words, constants, nested, spans.build());
  }

  Code of(String instructions) {
    return of(
        Stream.of(instructions.split("[; ]+"))
            .mapToInt(
                word ->
                    Character.isLetter(word.charAt(0))
                        ? Opcode.valueOf(word).code()
                        : Integer.parseInt(word))
            .toArray());
  }

  static Verification verify(Code main) {
    return Verifier.verify(
        new Unit(main, GLOBALS, true), name -> name.name().equals("car") || isSupport(name));
  }

  private static boolean isSupport(Symbol name) {
    return name.name().equals("%guard");
  }
}
