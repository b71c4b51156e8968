package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.machine.Control;
import dev.touchstone.vm.machine.Dynamics;
import dev.touchstone.vm.machine.Dynamics.Entry;
import dev.touchstone.vm.machine.PartialContinuation;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Opaque;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Value;
import java.util.List;

/** Prompts and the continuations up to them, as far as they need the machine. */
final class PromptProcedures {
  /** Marks a prompt. Two tags are the same only if they are one object. */
  private static final class Tag extends Opaque {}

  private static final Tag DEFAULT = new Tag();

  private PromptProcedures() {}

  static void register(Registry r) {
    r.add("make-continuation-prompt-tag", 0, 1, a -> new Tag());
    r.add("default-continuation-prompt-tag", 0, 0, a -> DEFAULT);
    r.add("%prompt-tag", PromptProcedures::optionalTag);
    r.add("%prompt-handler", PromptProcedures::optionalHandler);
    r.addControl("%call-with-prompt", 3, 3, PromptProcedures::callWithPrompt);
    r.addControl(
        "%state-of-prompt", 1, 1, (control, a) -> control.returnValues(prompt(control, a[0])));
    r.add("%handler-of-prompt", state -> ((Dynamics) state).promptHandler());
    r.addControl("%abort", 3, 3, PromptProcedures::abort);
    r.addControl("call-with-composable-continuation", 1, 2, PromptProcedures::callWithPart);
    r.addControl("%resume-in", 3, 3, PromptProcedures::resumeIn);
  }

  private static Value optionalTag(Value arguments) {
    List<Value> given = Lists.elements("call-with-continuation-prompt", 2, arguments);
    if (given.size() > 2) {
      throw SchemeError.of(
          ErrorClass.ARITY, "call-with-continuation-prompt: expected 1 to 3 arguments");
    }
    return given.isEmpty() ? DEFAULT : tag("call-with-continuation-prompt", given.getFirst());
  }

  private static Value optionalHandler(Value arguments) {
    List<Value> given = Lists.elements("call-with-continuation-prompt", 2, arguments);
    if (given.size() < 2 || given.get(1) == Bool.FALSE) {
      return Bool.FALSE;
    }
    return Arguments.procedure("call-with-continuation-prompt", 3, given.get(1));
  }

  private static Value tag(String procedure, Value value) {
    if (value instanceof Tag) {
      return value;
    }
    throw Arguments.wrongType(procedure, procedure.startsWith("abort") ? 1 : 2, "a tag", value);
  }

  private static void callWithPrompt(Control control, Value[] arguments) {
    control.setDynamics(control.dynamics().with(new Entry.Prompt(arguments[0], arguments[1])));
    control.callWithPrompt(arguments[0], arguments[2]);
  }

  /** The dynamic state at the innermost prompt with a tag. */
  private static Dynamics prompt(Control control, Value tag) {
    Dynamics state = control.dynamics().prompt(tag("abort-current-continuation", tag));
    if (state == null) {
      throw SchemeError.of(ErrorClass.RANGE, "no pending call has a prompt with that tag");
    }
    return state;
  }

  private static void abort(Control control, Value[] arguments) {
    Value[] passed = Lists.elements("%abort", 3, arguments[2]).toArray(new Value[0]);
    control.abort(arguments[0], arguments[1], passed);
  }

  private static void callWithPart(Control control, Value[] arguments) {
    Value tag = arguments.length > 1 ? arguments[1] : DEFAULT;
    Dynamics prompt = prompt(control, tag);
    control.tailCall(arguments[0], PartialContinuation.capture(control, tag, prompt));
  }

  private static void resumeIn(Control control, Value[] arguments) {
    PartialContinuation continuation = (PartialContinuation) arguments[0];
    Value[] values = Lists.elements("%resume-in", 3, arguments[2]).toArray(new Value[0]);
    continuation.resume(control, (Dynamics) arguments[1], values);
  }
}
