package dev.touchstone.vm.cli.repl;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Gives one line after the other. */
@FunctionalInterface
public interface LineSource {
  /**
   * The next line, without its end; null after the last.
   *
   * @throws java.nio.charset.CharacterCodingException if it is not UTF-8
   */
  @Nullable String next() throws IOException;
}
