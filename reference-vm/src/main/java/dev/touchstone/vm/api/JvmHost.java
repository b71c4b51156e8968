package dev.touchstone.vm.api;

import com.sun.management.ThreadMXBean;
import dev.touchstone.vm.jvm.JvmTranslator;
import dev.touchstone.vm.machine.Grants;
import dev.touchstone.vm.machine.Translator;
import dev.touchstone.vm.source.SourceFiles;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A host on an ordinary JVM: the system's clock, the interrupt flag of the thread that runs the
 * program, and for the front end a {@link DeepThread}: the one that runs the program, if that is
 * one, else a thread of its own.
 */
public final class JvmHost implements Host {
  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  /**
   * How often a code is entered before it is translated; below that, making a method costs more
   * than it saves. The system property {@code touchstone.vm.often} changes it: with 0 all code is
   * translated at once, with {@link Integer#MAX_VALUE} none ever.
   */
  private static final Translator TRANSLATOR =
      new JvmTranslator(Integer.getInteger("touchstone.vm.often", 2_000));

  private final Consumer<String> output;
  private @Nullable SourceFiles sources;
  private List<String> libraryPath = List.of();
  private final Runnable flush;
  private final Grants grants;

  /** A host that passes on what programs write, and grants nothing else. */
  public JvmHost(Consumer<String> output) {
    this(output, () -> {}, Grants.none());
  }

  /**
   * A host that grants something.
   *
   * @param output gets what programs write to their standard output
   * @param flush passes on what the output holds back
   */
  public JvmHost(Consumer<String> output, Runnable flush, Grants grants) {
    this.output = output;
    this.flush = flush;
    this.grants = grants;
  }

  @Override
  public void flush() {
    flush.run();
  }

  @Override
  public Grants grants() {
    return grants;
  }

  /**
   * Gives programs the files that they consist of, instead of those that are granted to them.
   *
   * @param directories in which libraries are looked for, before that of the program itself
   * @return this host
   */
  public JvmHost reading(SourceFiles files, List<String> directories) {
    this.sources = files;
    this.libraryPath = List.copyOf(directories);
    return this;
  }

  /**
   * Has libraries looked for in directories, before that of the program itself.
   *
   * @return this host
   */
  public JvmHost searching(List<String> directories) {
    this.libraryPath = List.copyOf(directories);
    return this;
  }

  @Override
  public SourceFiles sources() {
    return sources == null ? Host.super.sources() : sources;
  }

  @Override
  public List<String> libraryPath() {
    return libraryPath;
  }

  @Override
  public void write(String text) {
    output.accept(text);
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public long allocatedBytes() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }

  @Override
  public boolean interrupted() {
    return Thread.currentThread().isInterrupted();
  }

  @Override
  public Translator translator() {
    return TRANSLATOR;
  }

  @Override
  public <T> T withDeepStack(Supplier<T> frontEnd) {
    if (DeepThread.isCurrent()) {
      return frontEnd.get();
    }
    FrontEnd<T> task = new FrontEnd<>(frontEnd);
    Thread thread = new DeepThread("front end", task);
    thread.start();
    return task.await(thread);
  }

  /** Carries a result, or what was thrown, from one thread to the other. */
  private static final class FrontEnd<T> implements Runnable {
    private final Supplier<T> supplier;
    private @Nullable T result;
    private @Nullable RuntimeException failure;
    private @Nullable Error error;

    FrontEnd(Supplier<T> supplier) {
      this.supplier = supplier;
    }

    @Override
    public void run() {
      try {
        result = supplier.get();
      } catch (RuntimeException e) {
        failure = e;
      } catch (Error e) {
        error = e;
      }
    }

    /** Waits to the end, also when interrupted: the front end is finite, and the machine polls. */
    T await(Thread thread) {
      boolean interrupted = false;
      while (true) {
        try {
          thread.join();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      if (failure != null) {
        throw failure;
      }
      if (error != null) {
        throw error;
      }
      if (result == null) {
        throw new IllegalStateException("the front end ended without a result");
      }
      return result;
    }
  }
}
