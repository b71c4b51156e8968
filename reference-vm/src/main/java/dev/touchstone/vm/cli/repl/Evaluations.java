package dev.touchstone.vm.cli.repl;

import dev.touchstone.vm.api.Completion;
import dev.touchstone.vm.api.Counters;
import dev.touchstone.vm.api.ErrorText;
import dev.touchstone.vm.api.ReplSession;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.trace.Tracer;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates forms, and shows what came of them. */
final class Evaluations {
  private static final String INTERRUPT = "interrupt";
  private static final String MEMORY = "memory";
  private static final Counters NOTHING = new Counters(0, 0, 0);

  private final ReplSession session;
  private final Screen screen;
  private final Interrupts interrupts;

  Evaluations(ReplSession session, Screen screen, Interrupts interrupts) {
    this.session = session;
    this.screen = screen;
    this.interrupts = interrupts;
  }

  /** What came of a form. */
  ReplSession.Evaluated evaluate(Source source, Syntax form, @Nullable Tracer tracer) {
    try {
      return interrupts.during(() -> session.evaluate(source, form, tracer));
    } catch (OutOfMemoryError full) {
      // The machine and what only it held are gone by now, so there is room to go on.
      return new ReplSession.Evaluated(new Completion.Exhausted(MEMORY, NOTHING), List.of());
    }
  }

  /**
   * Shows what came of a form.
   *
   * @return whether that is no failure
   */
  boolean show(ReplSession.Evaluated evaluated) {
    return switch (evaluated.completion()) {
      case Completion.Returned returned -> {
        if (!evaluated.defined().isEmpty()) {
          screen.note("defined " + String.join(", ", evaluated.defined()));
        }
        yield !returned.hasValue() || showValues(returned.values());
      }
      case Completion.Exhausted(String limit, var counters) when limit.equals(INTERRUPT) -> {
        screen.complain("interrupted, after " + Amounts.steps(counters.steps()));
        yield false;
      }
      case Completion.Exhausted(String limit, var _) when limit.equals(MEMORY) -> {
        screen.complain("limit reached: memory; java -Xmx sets the size of the heap");
        yield false;
      }
      case Completion.Exhausted(String limit, var counters) -> {
        String steps = Amounts.steps(counters.steps());
        screen.complain("limit reached: " + limit + ", after " + steps);
        yield false;
      }
      case Completion.Rejected _, Completion.Raised _ -> {
        screen.complain(ErrorText.render(evaluated.completion()));
        yield false;
      }
      case Completion.Exited _ -> true;
    };
  }

  private boolean showValues(List<Value> values) {
    if (values.isEmpty()) {
      screen.note("no values");
    }
    if (values.size() == 1 && values.getFirst() instanceof Unspecified) {
      return true;
    }
    for (Value value : values) {
      try {
        screen.value(Printer.write(value));
      } catch (SchemeError tooLong) {
        screen.complain(ErrorText.message(tooLong.condition()));
        return false;
      }
    }
    return true;
  }
}
