package dev.touchstone.vm.bytecode.assembly;

import dev.touchstone.vm.bytecode.CaptureKind;
import dev.touchstone.vm.bytecode.assembly.FunctionDraft.Header;
import dev.touchstone.vm.source.DiagnosticException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the line with which a function begins. */
final class HeaderReader {
  private static final List<String> PARTS =
      List.of("rest", "locals", "stack", "captures", "called");
  private static final List<String> KINDS = List.of(CaptureKind.VALUE.id(), CaptureKind.BOX.id());

  /** The most that a number in a header may be. */
  private static final int MOST = Integer.MAX_VALUE;

  private final Line line;
  private final String name;
  private final int required;
  private final Set<String> seen = new HashSet<>();
  private final List<CaptureKind> captures = new ArrayList<>();
  private String called;
  private boolean rest;
  private int locals;
  private OptionalInt stack = OptionalInt.empty();

  private HeaderReader(Line line) {
    this.line = line;
    if (line.operands() < 2) {
      throw Faults.at(
          line.span(), "A function has a name and a number of required arguments: function f 2.");
    }
    this.name = line.name(1, "the function");
    this.called = name;
    this.required = line.number(2, MOST);
  }

  /**
   * The header that a line states.
   *
   * @throws DiagnosticException if it is none
   */
  static Header read(Line line) {
    HeaderReader reader = new HeaderReader(line);
    int at = 3;
    while (at <= line.operands()) {
      at = reader.part(at);
    }
    return reader.header();
  }

  private Header header() {
    long slots = (long) required + (rest ? 1 : 0) + locals;
    if (slots > MOST) {
      throw Faults.at(line.span(), "A function cannot have " + slots + " slots.");
    }
    return new Header(name, called, required, rest, locals, stack, captures);
  }

  /** Takes a part, and says where the next one begins. */
  private int part(int at) {
    String part = line.name(at, "a part of the header");
    if (PARTS.contains(part) && !seen.add(part)) {
      throw Faults.at(line.span(at), "A header has " + part + " once at most.");
    }
    switch (part) {
      case "rest" -> {
        rest = true;
        return at + 1;
      }
      case "locals" -> locals = line.number(operand(at), MOST);
      case "stack" -> stack = OptionalInt.of(line.number(operand(at), MOST));
      case "called" -> called = line.name(operand(at), "the function in messages");
      case "captures" -> {
        return captures(at + 1);
      }
      default -> throw Faults.unknown(line.span(at), "part of a header", part, PARTS);
    }
    return at + 2;
  }

  private int operand(int at) {
    if (at == line.operands()) {
      throw Faults.at(line.span(at), "Something must follow this.");
    }
    return at + 1;
  }

  private int captures(int from) {
    int at = from;
    while (at <= line.operands()) {
      int kind = KINDS.indexOf(line.name(at, "a part of the header"));
      if (kind < 0) {
        break;
      }
      captures.add(kind == 0 ? CaptureKind.VALUE : CaptureKind.BOX);
      at++;
    }
    if (at == from) {
      throw Faults.at(line.span(from - 1), "captures is followed by value or box, for each one.");
    }
    return at;
  }
}
