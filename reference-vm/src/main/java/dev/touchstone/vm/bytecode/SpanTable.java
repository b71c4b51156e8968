package dev.touchstone.vm.bytecode;

import dev.touchstone.vm.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which program text each word of a code comes from. Immutable. */
public final class SpanTable {
  /** Ascending: {@code spans.get(i)} holds from word {@code starts[i]} on. */
  private final int[] starts;

  private final List<Span> spans;

  private SpanTable(int[] starts, List<Span> spans) {
    this.starts = starts;
    this.spans = List.copyOf(spans);
  }

  /** The span of the instruction at, or around, a word. */
  public Span at(int pc) {
    int found = Arrays.binarySearch(starts, pc);
    return spans.get(found >= 0 ? found : -found - 2);
  }

  /** How many entries it has. */
  public int size() {
    return starts.length;
  }

  /** Whether it has no entry. */
  public boolean isEmpty() {
    return starts.length == 0;
  }

  /** The word from which on an entry holds. */
  public int start(int entry) {
    return starts[entry];
  }

  /** The text of an entry. */
  public Span span(int entry) {
    return spans.get(entry);
  }

  /** Collects spans in the order of the code. */
  public static final class Builder {
    private int[] starts = new int[8];
    private final List<Span> spans = new ArrayList<>();

    /** From this word on, until said otherwise, the code comes from that text. */
    public void add(int pc, Span span) {
      int count = spans.size();
      if (count == 0 || !spans.get(count - 1).equals(span)) {
        append(pc, span);
      }
    }

    /** The same, even if the text is the same as before. */
    public void append(int pc, Span span) {
      int count = spans.size();
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count] = pc;
      spans.add(span);
    }

    /** The table of what was added. */
    public SpanTable build() {
      return new SpanTable(Arrays.copyOf(starts, spans.size()), spans);
    }
  }
}
