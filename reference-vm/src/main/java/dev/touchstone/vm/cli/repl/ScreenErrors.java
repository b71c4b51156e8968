package dev.touchstone.vm.cli.repl;

import dev.touchstone.vm.value.TextSink;

/** The standard error of a program at a terminal, where it goes with everything else. */
record ScreenErrors(Screen screen) implements TextSink {
  @Override
  public void write(String text) {
    screen.program(text);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
