package dev.touchstone.vm.machine;

import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.trace.EventKind;
import dev.touchstone.vm.trace.EventText;
import dev.touchstone.vm.trace.Level;
import dev.touchstone.vm.trace.StepText;
import dev.touchstone.vm.trace.Tracer;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a machine does into events or steps (spec chapter 24). What the library does is not
 * shown, but what it calls is; a procedure of the library that the program tail-calls stands in the
 * place of the procedure that called it.
 */
final class Tracing {
  private final Machine machine;
  private final Tracer tracer;
  private final Level level;
  private final StepText steps = new StepText();
  private final IdentityHashMap<Code, CodeKind> kinds = new IdentityHashMap<>();
  private Activation now = Activation.MAIN;

  /** The instruction of the program that was begun last. */
  private @Nullable Code code;

  private int pc;

  private List<Value> raised = List.of();

  Tracing(Machine machine, Tracer tracer) {
    this.machine = machine;
    this.tracer = tracer;
    this.level = tracer.level();
  }

  private void emit(EventKind kind, String text) {
    if (kind.isToldAt(level)) {
      Span at = code == null ? null : code.spanAt(pc);
      tracer.record(text, at, now.shown());
    }
  }

  private CodeKind kind(Closure closure) {
    return kinds.computeIfAbsent(
        closure.template.code, known -> CodeKind.of(known, closure.template.library));
  }

  // Instructions.

  /** An instruction of the running procedure is about to be executed. */
  void before(Closure running, int pc, @Nullable Value[] slots, int sp) {
    if (running.template.library) {
      return;
    }
    this.code = running.template.code;
    this.pc = pc;
    if (level == Level.STEPS) {
      Cell[] cells = running.template.cells;
      String text = steps.of(code, i -> cells[i].name, pc, slots, machine.base, sp);
      tracer.record(text, code.spanAt(pc), now.shown());
      return;
    }
    Opcode opcode = Opcode.of(code.word(pc));
    if (opcode == Opcode.CLOSURE) {
      CodeKind.madeBy(code, pc)
          .ifPresent(name -> emit(EventKind.CLOSURE, EventText.of(EventKind.CLOSURE, name)));
    }
  }

  // Procedures.

  /** A procedure was entered: on top of a new frame, or in place of the running one. */
  void entered(Closure callee, boolean tail) {
    CodeKind kind = kind(callee);
    switch (kind) {
      case CodeKind.Shown(String name) -> shown(callee, name, tail);
      case CodeKind.Raising() -> {
        pushed(tail);
        raised(machine.stack.slots[machine.base]);
      }
      case CodeKind.Delayed(String name) -> {
        pushed(tail);
        emit(EventKind.FORCE, EventText.of(EventKind.FORCE, name));
      }
      case CodeKind.Hidden() -> pushed(tail);
    }
  }

  private void shown(Closure callee, String name, boolean tail) {
    EventKind kind = tail && now.name() != null ? EventKind.TAIL_CALL : EventKind.CALL;
    Activation outer = tail ? now.outer() : now;
    now = tail ? now.replaced(null) : Activation.of(null, now);
    emit(kind, EventText.of(kind, name, arguments(callee)));
    now = Activation.of(name, outer);
  }

  private void pushed(boolean tail) {
    if (!tail) {
      pushedFrame();
    }
  }

  /** The running procedure got a frame, since what it has called is done in several parts. */
  void pushedFrame() {
    now = Activation.of(null, now);
  }

  private List<Value> arguments(Closure callee) {
    Code called = callee.template.code;
    Value[] slots = machine.stack.slots;
    int base = machine.base;
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < called.required(); i++) {
      arguments.add(slots[base + i]);
    }
    if (called.hasRest()) {
      Value rest = slots[base + called.required()];
      while (rest instanceof Pair pair && arguments.size() <= EventText.MOST_VALUES) {
        arguments.add(pair.car());
        rest = pair.cdr();
      }
    }
    return arguments;
  }

  /** The running procedure is about to return. */
  void returning(Value... values) {
    String name = now.name();
    Activation outer = now.outer();
    if (name != null) {
      now = now.replaced(null);
      emit(EventKind.RETURN, EventText.of(EventKind.RETURN, name, List.of(values)));
    }
    if (outer != null) {
      now = outer;
    }
  }

  // Errors and the dynamic state.

  /** An object is raised. */
  void raised(Value object) {
    raised = List.of(object);
    emit(EventKind.RAISE, EventText.of(EventKind.RAISE, raised));
  }

  /** The dynamic state is about to change. */
  void changing(Dynamics from, Dynamics to) {
    int left = from.windsOutside(to);
    int entered = to.windsOutside(from);
    for (int i = 0; i < left; i++) {
      emit(EventKind.WIND, EventText.of(EventKind.WIND, "leave"));
    }
    for (int i = 0; i < entered; i++) {
      emit(EventKind.WIND, EventText.of(EventKind.WIND, "enter"));
    }
    if (to.isHandlingIn(from)) {
      emit(EventKind.HANDLE, EventText.of(EventKind.HANDLE, raised));
    }
  }

  // Continuations.

  /** What a continuation keeps for its trace: whether the program captured it, and the callers. */
  record Captured(boolean byProgram, Activation activation, int beneath) {}

  /** The continuation of the running procedure is captured, down to so many frames. */
  Captured captured(Closure running, int beneath) {
    boolean byProgram = !running.template.library;
    if (byProgram) {
      emit(EventKind.CAPTURE, EventText.of(EventKind.CAPTURE));
    }
    return new Captured(byProgram, now, beneath);
  }

  /** A whole continuation is about to get values. What returns to it is not shown as a return. */
  void reinstated(@Nullable Captured captured, Value... values) {
    if (captured != null) {
      entered(captured, values);
      now = captured.activation().replaced(null);
    }
  }

  /** A part of a continuation is about to get values, on top of the running procedure. */
  void resumed(@Nullable Captured captured, Value... values) {
    if (captured != null) {
      entered(captured, values);
      now = captured.activation().on(captured.beneath(), now);
    }
  }

  private void entered(Captured captured, Value... values) {
    if (captured.byProgram()) {
      emit(EventKind.REINSTATE, EventText.of(EventKind.REINSTATE, List.of(values)));
    }
  }

  /** All but so many frames were given up. */
  void aborted(int frames) {
    now = now.at(frames).replaced(null);
  }
}
