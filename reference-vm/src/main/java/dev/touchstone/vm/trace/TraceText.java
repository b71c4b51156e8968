package dev.touchstone.vm.trace;

import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records for a person while the run goes on: events indented by their depth, and beside
 * them the line of the program where that is another one than before.
 */
public final class TraceText implements Tracer {
  private static final int MOST_INDENT = 40;
  private static final int SOURCE_COLUMN = 56;
  private static final String RESET = "\u001b[0m";
  private static final String DIM = "\u001b[2m";

  private final Tracer recorder;
  private final long from;
  private final long to;
  private final boolean colours;
  private final Consumer<String> out;
  private long number;
  private int shownLine;

  /**
   * A writer.
   *
   * @param recorder is told all that this is told
   * @param from the first record that is written
   * @param to the last
   */
  public TraceText(Tracer recorder, long from, long to, boolean colours, Consumer<String> out) {
    this.recorder = recorder;
    this.from = from;
    this.to = to;
    this.colours = colours;
    this.out = out;
  }

  @Override
  public Level level() {
    return recorder.level();
  }

  @Override
  public void record(String text, @Nullable Span at, int depth) {
    recorder.record(text, at, depth);
    number++;
    if (number < from || number > to) {
      return;
    }
    int indent = level() == Level.STEPS ? 0 : Math.min(MOST_INDENT, 2 * depth);
    String shown = " ".repeat(indent) + text;
    StringBuilder line = new StringBuilder("%6d  ".formatted(number));
    line.append(coloured(text, shown));
    if (at != null && at.line() != shownLine) {
      shownLine = at.line();
      line.append(" ".repeat(Math.max(2, SOURCE_COLUMN - shown.length())));
      line.append(dim("; " + at.line() + ": " + sourceLine(at)));
    }
    out.accept(line.append('\n').toString());
  }

  private static String sourceLine(Span at) {
    Source source = at.source();
    return source.lineText(at.line()).strip();
  }

  private String dim(String text) {
    return colours ? DIM + text + RESET : text;
  }

  private String coloured(String text, String shown) {
    int space = text.indexOf(' ');
    String colour =
        EventKind.of(space < 0 ? text : text.substring(0, space)).map(TraceText::colour).orElse("");
    return colours && !colour.isEmpty() ? colour + shown + RESET : shown;
  }

  private static String colour(EventKind kind) {
    return switch (kind) {
      case CALL -> "\u001b[32m";
      case TAIL_CALL -> "\u001b[36m";
      case RETURN -> "\u001b[34m";
      case RAISE, HANDLE -> "\u001b[31m";
      case CAPTURE, REINSTATE, WIND -> "\u001b[35m";
      case FORCE -> "\u001b[33m";
      case CLOSURE, ALLOCATE, COLLECT -> DIM;
    };
  }
}
