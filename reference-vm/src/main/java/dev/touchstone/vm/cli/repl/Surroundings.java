package dev.touchstone.vm.cli.repl;

import java.io.IOException;
import java.nio.file.Path;

/** What the session itself, not the program, wants from outside. */
interface Surroundings {
  /** A clock in nanoseconds. */
  long nanoTime();

  /** How many bytes the thread has allocated so far. */
  long allocatedBytes();

  /**
   * The text of a file.
   *
   * @throws java.nio.charset.CharacterCodingException if it is not UTF-8
   */
  String read(Path file) throws IOException;

  /** Whether somebody sits there and sees what fails. */
  boolean isAttended();

  /** The user's home. */
  Path home();
}
