package dev.touchstone.vm.api;

import dev.touchstone.vm.machine.Grants;
import dev.touchstone.vm.machine.Translator;
import dev.touchstone.vm.source.SourceFiles;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the machine gets from outside. A program can do nothing that its host does not grant. */
public interface Host {
  /** Receives what the program writes to its standard output, in order. */
  void write(String text);

  /** Passes on what was written to standard output, if it is held back. */
  default void flush() {}

  /** What the program may touch besides; nothing, unless the host says so. */
  default Grants grants() {
    return Grants.none();
  }

  /** A monotonic clock in nanoseconds, for the limit on wall time. */
  long nanoTime();

  /** How many bytes the thread that runs the program has allocated so far; need not be exact. */
  long allocatedBytes();

  /** Whether the run is to end now; polled, so it must be cheap. */
  boolean interrupted();

  /** Makes what is executed often faster, or null on a platform where methods cannot be made. */
  default @Nullable Translator translator() {
    return null;
  }

  /** Where libraries and included files are read: the files that are granted to the program. */
  default SourceFiles sources() {
    return new GrantedSources(grants().files());
  }

  /** The directories in which libraries are looked for, before that of the program itself. */
  default List<String> libraryPath() {
    return List.of();
  }

  /**
   * Runs the front end (expander and compiler recurse over program nesting) on a Java stack deep
   * enough for 10,000 nested forms.
   */
  <T> T withDeepStack(Supplier<T> frontEnd);
}
