package dev.touchstone.vm.machine;

import dev.touchstone.vm.core.CoreProgram;
import dev.touchstone.vm.value.Value;
import java.util.function.IntFunction;

/**
 * What a control procedure can do to the machine that runs it. It is called in place of an ordinary
 * procedure, so "its continuation" is that of the call. Every control procedure ends with one of
 * the operations that pass control on: {@link #tailCall}, {@link #returnValues}, {@link
 * #reinstate}, {@link #callWithPrompt}, {@link #abort}, {@link #resume}, {@link #endUncaught},
 * {@link #exit}; or it throws a {@link dev.touchstone.vm.value.SchemeError} before it does anything
 * else. None of these calls a procedure while the Java method waits: they say what the machine does
 * next.
 */
public interface Control extends Surroundings {
  /** A part of a continuation, as the machine represents it. */
  interface Part {}

  /** Replaces the dynamic state. */
  void setDynamics(Dynamics dynamics);

  /** Calls a procedure with the control procedure's continuation. */
  void tailCall(Value procedure, Value... arguments);

  /** Returns values to the control procedure's continuation. */
  void returnValues(Value... values);

  /** The control procedure's whole continuation. May be called any number of times. */
  Part capture();

  /** Returns values to a whole continuation, whatever is pending now. */
  void reinstate(Part continuation, Value... values);

  /**
   * Marks the control procedure's continuation and calls a thunk on top of it. When the thunk
   * returns to the mark, the innermost entry of the dynamic state is left.
   */
  void callWithPrompt(Value tag, Value thunk);

  /**
   * Calls a procedure with the continuation beneath the innermost prompt with a tag, in the dynamic
   * state around the prompt.
   */
  void abort(Value tag, Value procedure, Value... arguments);

  /** The control procedure's continuation up to the innermost prompt with a tag. */
  Part captureTo(Value tag);

  /** Returns values to a part of a continuation, whose own is the control procedure's. */
  void resume(Part part, Value... values);

  /**
   * Evaluates a program in the world of the run, with the control procedure's continuation.
   *
   * @param expansion gives the program, for a limit on the nesting of its forms; a value that is
   *     not specified follows it if it has none
   * @throws dev.touchstone.vm.value.SchemeError if the program is rejected
   */
  void evaluate(IntFunction<CoreProgram> expansion);

  /** Ends the run: an object was raised, and there is no handler. */
  void endUncaught(Value payload);

  /** Ends the run: the program has ended itself. */
  void exit(int code);
}
