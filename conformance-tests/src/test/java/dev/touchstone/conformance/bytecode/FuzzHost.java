package dev.touchstone.conformance.bytecode;

import dev.touchstone.vm.api.Host;
import dev.touchstone.vm.api.JvmHost;
import dev.touchstone.vm.machine.Translator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A host that keeps what is written, and says whether code is translated.
 *
 * @param translator translates all code, or null for none
 */
record FuzzHost(StringBuilder output, @Nullable Translator translator) implements Host {
  private static final JvmHost SYSTEM = new JvmHost(_ -> {});

  FuzzHost(@Nullable Translator translator) {
    this(new StringBuilder(), translator);
  }

  @Override
  public void write(String text) {
    output.append(text);
  }

  @Override
  public long nanoTime() {
    return SYSTEM.nanoTime();
  }

  @Override
  public long allocatedBytes() {
    return SYSTEM.allocatedBytes();
  }

  @Override
  public boolean interrupted() {
    return SYSTEM.interrupted();
  }

  @Override
  public <T> T withDeepStack(Supplier<T> frontEnd) {
    return SYSTEM.withDeepStack(frontEnd);
  }
}
