package dev.touchstone.vm.definitional;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.value.Value;

/**
 * One thing that is pending: an expression of which a part is being evaluated, with what is needed
 * to go on when that part returns. What each does then is its rule in {@link Return}.
 */
sealed interface Frame {
  /** A frame that belongs to an expression. */
  sealed interface OfExpression extends Frame {
    /** That expression. */
    Core e();
  }

  /** The test of an {@code if}. */
  record Test(Core.If e, Environment r) implements OfExpression {}

  /** The value that is to be stored in a local variable. */
  record LocalValue(Core.SetLocal e, Environment r) implements OfExpression {}

  /** The value that is to be stored in a global variable. */
  record GlobalValue(Core.SetGlobal e, Environment r) implements OfExpression {}

  /** The value that a global variable is to be defined as. */
  record Definition(Core.DefineGlobal e, Environment r) implements OfExpression {}

  /** The operator or an operand of a call; those before it have been evaluated. */
  record Operand(Core.Call e, Evaluated vs, Environment r) implements OfExpression {}

  /** A part of a sequence, but not the last. */
  record Part(Core.Seq e, int i, Environment r) implements OfExpression {}

  /** An initialiser of a {@code let}; those before it have been evaluated. */
  record Initialiser(Core.Let e, Evaluated vs, Environment r) implements OfExpression {}

  /** The producer of several values. */
  record Producer(Core.Receive e, Environment r) implements OfExpression {}

  /** An initialiser of a {@code letrec}; those before it have been evaluated. */
  record Together(Core.Letrec e, Evaluated vs, Environment r) implements OfExpression {}

  /** An initialiser of a {@code letrec*}; the variables before it have their values. */
  record InOrder(Core.Letrec e, int i, Environment r) implements OfExpression {}

  /** The body of a prompt: a mark. */
  record Prompt(Value tag) implements Frame {}
}
