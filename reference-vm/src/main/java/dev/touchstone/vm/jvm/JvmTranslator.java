package dev.touchstone.vm.jvm;

import dev.touchstone.vm.machine.Template;
import dev.touchstone.vm.machine.Translation;
import dev.touchstone.vm.machine.Translator;
import org.jspecify.annotations.Nullable;

/** Translates a code into a hidden class with one method. */
public final class JvmTranslator implements Translator {
  private final int threshold;

  /**
   * A translator.
   *
   * @param threshold how often a code is entered before it is translated, at least 0
   */
  public JvmTranslator(int threshold) {
    this.threshold = threshold;
  }

  @Override
  public int threshold() {
    return threshold;
  }

  @Override
  public @Nullable Translation translate(Template template) {
    return HiddenClass.of(template);
  }
}
