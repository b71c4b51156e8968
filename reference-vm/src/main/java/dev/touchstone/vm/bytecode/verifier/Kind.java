package dev.touchstone.vm.bytecode.verifier;

import dev.touchstone.vm.bytecode.CaptureKind;

/** What is known of a temporary, or of a slot that holds something. */
enum Kind {
  VALUE("a value"),
  BOX("a box"),
  /** A value or a box, depending on where control came from; nothing can be done with it. */
  EITHER("either a value or a box");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  static Kind of(CaptureKind captured) {
    return captured == CaptureKind.BOX ? BOX : VALUE;
  }

  /** What is still known where control comes together. */
  Kind join(Kind other) {
    return this == other ? this : EITHER;
  }

  /** For messages. */
  String words() {
    return words;
  }
}
