package dev.touchstone.vm.bytecode.assembly;

import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.bytecode.Operand;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.bytecode.assembly.FunctionDraft.Instruction;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Makes a unit of functions that refer to each other by name. */
final class UnitBuilder {
  private static final String MAIN = "main";

  private final Source source;
  private final Map<String, FunctionDraft> functions;
  private final ProgramLines programs;
  private final boolean hasValue;
  private final Map<String, Integer> globals = new LinkedHashMap<>();

  UnitBuilder(
      Source source,
      Map<String, FunctionDraft> functions,
      Map<String, Map<Integer, String>> programs,
      boolean hasValue) {
    this.source = source;
    this.functions = functions;
    this.programs = new ProgramLines(source.name(), programs);
    this.hasValue = hasValue;
  }

  /**
   * The unit, in both forms.
   *
   * @throws DiagnosticException if something is referred to that is not there
   */
  Assembly build() {
    if (!functions.containsKey(MAIN)) {
      Span end = new Span(source, source.text().length(), source.text().length());
      throw Faults.at(end, "The text has no function main, with which a run begins.");
    }
    numberGlobals();
    List<FunctionDraft> order = innermostFirst();
    Map<String, Code> codes = new HashMap<>();
    Map<String, Code> listed = new HashMap<>();
    for (FunctionDraft draft : order) {
      FunctionBuilder builder = new FunctionBuilder(draft, globals);
      codes.put(draft.header().name(), builder.build(codes, programs::span));
      listed.put(draft.header().name(), builder.build(listed, i -> i.line().span()));
    }
    return new Assembly(unit(codes), unit(listed), source);
  }

  private Unit unit(Map<String, Code> codes) {
    List<Symbol> names = globals.keySet().stream().map(Symbol::of).toList();
    return new Unit(Objects.requireNonNull(codes.get(MAIN)), names, hasValue);
  }

  private void numberGlobals() {
    for (FunctionDraft draft : functions.values()) {
      for (Instruction instruction : draft.instructions()) {
        if (instruction.opcode().operands().contains(Operand.GLOBAL)) {
          globals.putIfAbsent(instruction.line().name(1, "a global variable"), globals.size());
        }
      }
    }
  }

  /** Each function after those that it makes closures of. */
  private List<FunctionDraft> innermostFirst() {
    List<FunctionDraft> order = new ArrayList<>();
    Set<String> begun = new HashSet<>();
    Set<String> done = new HashSet<>();
    Deque<String> pending = new ArrayDeque<>(List.of(MAIN));
    while (!pending.isEmpty()) {
      String name = pending.getFirst();
      FunctionDraft draft = Objects.requireNonNull(functions.get(name));
      if (begun.add(name)) {
        mentioned(draft, begun, done).forEach(pending::push);
      } else {
        pending.pop();
        if (done.add(name)) {
          order.add(draft);
        }
      }
    }
    checkAllReached(begun);
    return order;
  }

  private List<String> mentioned(FunctionDraft draft, Set<String> begun, Set<String> done) {
    List<String> names = new ArrayList<>();
    for (Instruction instruction : draft.instructions()) {
      if (instruction.opcode() == Opcode.CLOSURE) {
        String name = instruction.line().name(1, "a function");
        Span at = instruction.line().span(1);
        if (!functions.containsKey(name)) {
          throw Faults.unknown(at, "function", name, functions.keySet());
        }
        if (begun.contains(name) && !done.contains(name)) {
          throw Faults.at(
              at,
              "The function "
                  + Faults.name(name)
                  + " contains this one, or is it; it cannot be made here.");
        }
        names.add(name);
      }
    }
    return names;
  }

  private void checkAllReached(Set<String> reached) {
    for (FunctionDraft draft : functions.values()) {
      if (!reached.contains(draft.header().name())) {
        throw Faults.at(
            draft.span(),
            "No CLOSURE makes the function " + Faults.name(draft.header().name()) + ".");
      }
    }
  }
}
