package dev.touchstone.vm.api;

/**
 * A thread whose Java stack is deep enough for the front end on programs of any permitted nesting.
 * A host that runs programs on such threads spares each program one of its own.
 */
public final class DeepThread extends Thread {
  /** Address space, not memory: pages are used as the nesting of a program needs them. */
  private static final long STACK_BYTES = 256L << 20;

  /** A thread, not yet started, that does some work. */
  public DeepThread(String name, Runnable work) {
    super(null, work, name, STACK_BYTES);
  }

  /** Whether the thread that asks is one. */
  static boolean isCurrent() {
    return Thread.currentThread() instanceof DeepThread;
  }
}
