package dev.touchstone.vm.bytecode.verifier;

import dev.touchstone.vm.source.DiagnosticException;

/** What the verifier has found. */
public sealed interface Verification {
  /**
   * The code keeps to all rules.
   *
   * @param functions how many codes there are, the main one included
   * @param instructions how many instructions they have
   */
  record Verified(int functions, int instructions) implements Verification {}

  /** The code breaks a rule; of several places the first that was come to. */
  record Rejected(Rejection rejection) implements Verification {}

  /**
   * This, if the code keeps to the rules.
   *
   * @throws DiagnosticException in phase {@code verify} if it does not
   */
  default Verified orThrow() {
    return switch (this) {
      case Verified verified -> verified;
      case Rejected(Rejection rejection) -> throw new DiagnosticException(rejection.diagnostic());
    };
  }
}
