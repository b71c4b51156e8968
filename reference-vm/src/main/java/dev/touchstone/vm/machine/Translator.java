package dev.touchstone.vm.machine;

import org.jspecify.annotations.Nullable;

/** Makes methods of the host's platform from code that is executed often. */
public interface Translator {
  /** How often a code is entered, or a loop in it begins a turn, before it is worth the effort. */
  int threshold();

  /** The code as a method, or null if this one is better left to the loop. */
  @Nullable Translation translate(Template template);
}
