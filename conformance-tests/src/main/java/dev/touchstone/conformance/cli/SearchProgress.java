package dev.touchstone.conformance.cli;

/** Shows on a terminal how far the search for a smaller program is; elsewhere nothing. */
final class SearchProgress implements AutoCloseable {
  private static final long PAUSE = 100_000_000;

  private final Terminal terminal;
  private long last;
  private boolean shown;

  SearchProgress(Terminal terminal) {
    this.terminal = terminal;
    this.last = System.nanoTime();
  }

  /** A program with so many nodes is left after so many runs of the subject. */
  void show(int nodes, int runs) {
    long now = System.nanoTime();
    if (terminal.interactive() && now - last > PAUSE) {
      last = now;
      shown = true;
      terminal.err().printf("\rshrinking: %d nodes left, %d runs   ", nodes, runs);
      terminal.err().flush();
    }
  }

  /** Clears the line. */
  @Override
  public void close() {
    if (shown) {
      terminal.err().print("\r" + " ".repeat(Math.min(terminal.width() - 1, 50)) + "\r");
      terminal.err().flush();
      shown = false;
    }
  }
}
