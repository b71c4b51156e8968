package dev.touchstone.vm.api;

import dev.touchstone.vm.source.Diagnostic;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.trace.ValueText;
import dev.touchstone.vm.value.Condition;
import java.util.stream.Collectors;

/** How a run ended, in the words of a trace's footer (TRACE-20). */
public final class TraceOutcome {
  private TraceOutcome() {}

  /** A word and what belongs to it: {@code values 1 2}, {@code error type}. */
  public static String of(Completion completion) {
    return switch (completion) {
      case Completion.Returned returned ->
          returned.values().stream()
              .map(v -> " " + ValueText.of(v))
              .collect(Collectors.joining("", "values", ""));
      case Completion.Rejected(Diagnostic d) -> "rejected " + d.errorClass().id();
      case Completion.Raised raised ->
          "error "
              + (raised.payload() instanceof Condition c ? c.errorClass() : ErrorClass.RAISED).id();
      case Completion.Exhausted(String limit, var _) -> "exhausted " + limit;
      case Completion.Exited(int code, var _) -> "exit " + code;
    };
  }
}
