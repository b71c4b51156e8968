package dev.touchstone.vm.trace;

import dev.touchstone.vm.source.Span;
import org.jspecify.annotations.Nullable;

/** Is told what a run does, in order. Used by one run at a time. */
public interface Tracer {
  /** What it wants to be told. */
  Level level();

  /**
   * One record.
   *
   * @param text its canonical text (TRACE-4, TRACE-18), without an end of line
   * @param at the part of the program that it belongs to, if known
   * @param depth how many procedures of the program are pending
   */
  void record(String text, @Nullable Span at, int depth);
}
