package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Variable;

/** What an identifier stands for. */
sealed interface Binding {
  /** A special form, or an auxiliary word of one. */
  record Special(Keyword keyword) implements Binding {}

  /** Standard syntax that this VM lacks. */
  record Missing(String name) implements Binding {}

  /** A local variable. */
  record Local(Variable variable) implements Binding {}

  /** A global variable. */
  record Global() implements Binding {
    static final Global INSTANCE = new Global();
  }
}
