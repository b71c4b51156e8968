package dev.touchstone.vm.reader;

import dev.touchstone.vm.value.Symbol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A datum that has begun and waits for its parts; the offsets are those of what began it. */
sealed interface Pending {
  int start();

  int end();

  /** Whether what stands in it is literal data, whatever stands around it. */
  default boolean isLiteral() {
    return false;
  }

  /** A list, vector or bytevector, up to its closing parenthesis. */
  final class Items implements Pending {
    private final Token.Open open;
    private List<Syntax> items = List.of();
    private Token.@Nullable Dot dot;
    private @Nullable Syntax tail;
    private boolean quotes;

    Items(Token.Open open) {
      this.open = open;
    }

    @Override
    public int start() {
      return open.start();
    }

    @Override
    public int end() {
      return open.end();
    }

    @Override
    public boolean isLiteral() {
      return quotes || bracket() != Token.Bracket.LIST;
    }

    /** Whether the item that was just added makes a literal of the list: it is {@code quote}. */
    boolean becomesLiteral() {
      boolean becomes = !isLiteral() && items.size() == 1 && LabelsInCode.isQuote(items.getFirst());
      quotes |= becomes;
      return becomes;
    }

    Token.Bracket bracket() {
      return open.bracket();
    }

    List<Syntax> items() {
      return items;
    }

    void add(Syntax item) {
      if (items.isEmpty()) {
        items = new ArrayList<>(4);
      }
      items.add(item);
    }

    Token.@Nullable Dot dot() {
      return dot;
    }

    void setDot(Token.Dot token) {
      dot = token;
    }

    @Nullable Syntax tail() {
      return tail;
    }

    void setTail(Syntax datum) {
      tail = datum;
    }
  }

  /** A sign such as {@code '}, before its datum. */
  record Abbreviated(Symbol symbol, int start, int end) implements Pending {
    @Override
    public boolean isLiteral() {
      return symbol == LabelsInCode.QUOTE;
    }
  }

  /** {@code #n=}, before its datum. */
  record Labelling(int label, int start, int end) implements Pending {}

  /**
   * {@code #;}, before the datum that is skipped.
   *
   * @param labels the number of labels before it; those within it are forgotten
   */
  record Skipped(int labels, int start, int end) implements Pending {}
}
