package dev.touchstone.vm.cli.repl;

/** What a part of what is shown means, and the colour that says so. */
enum Paint {
  ARROW("2"),
  NOTE("2"),
  ERROR("31"),
  HEADING("1"),
  CODE("36");

  private static final String RESET = "\u001b[0m";

  private final String code;

  Paint(String code) {
    this.code = code;
  }

  /** The text in its colour. */
  String on(String text) {
    return "\u001b[" + code + "m" + text + RESET;
  }
}
