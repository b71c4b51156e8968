package dev.touchstone.conformance.subject;

import dev.touchstone.vm.api.Host;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What a run in this process gets from outside: a place for its output and a clock. */
final class InProcessHost implements Host {
  /** Only what is touched of it takes memory. */
  private static final long DEEP_STACK = 1L << 29;

  private final StringBuilder output = new StringBuilder();

  @Override
  public void write(String text) {
    output.append(text);
  }

  /** What the program wrote. */
  String output() {
    return output.toString();
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public boolean interrupted() {
    return Thread.currentThread().isInterrupted();
  }

  @Override
  public <T> T withDeepStack(Supplier<T> frontEnd) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable body =
        () -> {
          try {
            result.complete(frontEnd.get());
          } catch (Throwable t) {
            result.completeExceptionally(t);
          }
        };
    Thread thread = new Thread(null, body, "touchstone-front-end", DEEP_STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      return result.join();
    } catch (java.util.concurrent.CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
