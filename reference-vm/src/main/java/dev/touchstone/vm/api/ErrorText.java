package dev.touchstone.vm.api;

import dev.touchstone.vm.source.Excerpt;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Condition;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Value;

/** What to tell a reader about a run that did not return. */
public final class ErrorText {
  /** The most characters of a value that are shown. */
  private static final int MAX_VALUE = 200;

  private ErrorText() {}

  /**
   * Message and position, the line, a caret under the place; for an error at run time, then the
   * pending calls, innermost first. Without an end of line.
   */
  public static String render(Completion completion) {
    return switch (completion) {
      case Completion.Returned _ -> "";
      case Completion.Rejected(var diagnostic) -> diagnostic.render();
      case Completion.Raised raised -> render(raised);
      case Completion.Exhausted(String limit, Counters counters) ->
          "limit reached: " + limit + ", after " + counters.steps() + " steps";
      case Completion.Exited(int code, Counters _) -> "exit " + code;
    };
  }

  /** The error's message and the values concerned, on one line. */
  public static String message(Value payload) {
    if (!(payload instanceof Condition condition)) {
      return "raised: " + shown(payload);
    }
    StringBuilder text = new StringBuilder(condition.message());
    for (int i = 0; i < condition.irritants().size(); i++) {
      boolean apart = i > 0 || condition.message().endsWith(":");
      text.append(apart ? " " : ": ").append(shown(condition.irritants().get(i)));
    }
    return text.toString();
  }

  private static String render(Completion.Raised raised) {
    String errorClass =
        raised.payload() instanceof Condition condition ? condition.errorClass().id() : "raised";
    String message = "run error (" + errorClass + "): " + message(raised.payload());
    Span span = raised.span();
    StringBuilder text = new StringBuilder(span == null ? message : Excerpt.render(span, message));
    for (Completion.CallSite call : raised.callStack()) {
      text.append("\n  in ").append(call.procedure());
      if (call.span() != null) {
        text.append(" (").append(call.span()).append(')');
      }
    }
    return text.toString();
  }

  private static String shown(Value value) {
    try {
      String text = Printer.write(value);
      return text.length() <= MAX_VALUE ? text : text.substring(0, MAX_VALUE) + "...";
    } catch (SchemeError tooLong) {
      return "(a value too long to be written)";
    }
  }
}
