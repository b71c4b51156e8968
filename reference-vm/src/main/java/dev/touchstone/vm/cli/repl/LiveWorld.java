package dev.touchstone.vm.cli.repl;

import dev.touchstone.vm.api.Completion;
import dev.touchstone.vm.core.CoreProgram;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.trace.Tracer;
import dev.touchstone.vm.value.Value;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A world that persists, and takes one form after the other. */
interface LiveWorld {
  /**
   * What came of a form.
   *
   * @param defined the names that it gave a meaning, as they are written
   */
  record Evaluated(Completion completion, List<String> defined) {
    /** Copies the names. */
    public Evaluated {
      defined = List.copyOf(defined);
    }
  }

  /** Evaluates a form; tells a tracer, if there is one, what it does. */
  Evaluated evaluate(Source source, Syntax form, @Nullable Tracer tracer);

  /**
   * A form in Core. Nothing is evaluated.
   *
   * @throws dev.touchstone.vm.source.DiagnosticException if it is rejected
   */
  CoreProgram expand(Source source, Syntax form);

  /** What a variable holds, or null if there is no such variable. */
  @Nullable Value valueOf(String name);

  /** All names that have a meaning, in no order. */
  Collection<String> names();

  /** Whether a name is that of syntax. */
  boolean isSyntax(String name);
}
