package dev.touchstone.vm.trace;

import dev.touchstone.vm.value.Value;
import java.util.List;

/** The canonical texts of events: the kind, then a name, then values, with one space between. */
public final class EventText {
  /** The most values that a text shows; {@code ...} stands for those that follow. */
  public static final int MOST_VALUES = 8;

  private EventText() {}

  /** An event without more. */
  public static String of(EventKind kind) {
    return kind.id();
  }

  /** An event of a procedure or a form, or with another word. */
  public static String of(EventKind kind, String name) {
    return kind.id() + " " + name;
  }

  /** An event of a procedure with values. */
  public static String of(EventKind kind, String name, List<? extends Value> values) {
    return with(kind.id() + " " + name, values);
  }

  /** An event with values. */
  public static String of(EventKind kind, List<? extends Value> values) {
    return with(kind.id(), values);
  }

  private static String with(String beginning, List<? extends Value> values) {
    StringBuilder text = new StringBuilder(beginning);
    for (int i = 0; i < values.size(); i++) {
      if (i == MOST_VALUES) {
        return text.append(" ...").toString();
      }
      text.append(' ').append(ValueText.of(values.get(i)));
    }
    return text.toString();
  }
}
