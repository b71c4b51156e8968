package dev.touchstone.conformance.subject;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A started process whose streams are read and written beside it, so that it never waits for us nor
 * we for it. {@link #close} leaves nothing of it running.
 */
final class ChildProcess implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ERROR_LIMIT = 1 << 18;
  private static final Duration GRACE = Duration.ofMillis(300);
  private static final Duration DRAIN = Duration.ofSeconds(2);
  private static final Duration POLL = Duration.ofMillis(100);

  /** An empty piece of input ends it. */
  private static final byte[] END_OF_INPUT = new byte[0];

  private final Launch launch;
  private final Process process;
  private final ProcessTree tree;
  private final Consumer<ChildProcess> whenClosed;
  private final Bell bell = new Bell();
  private final Transcript output;
  private final Transcript errors;
  private final List<Thread> pumps = new ArrayList<>();
  private final BlockingQueue<byte[]> input = new LinkedBlockingQueue<>();
  private final Thread feeder;
  private final long startedAt = System.nanoTime();

  private ChildProcess(
      Launch launch, Process process, ProcessTree tree, Consumer<ChildProcess> whenClosed) {
    this.whenClosed = whenClosed;
    this.launch = launch;
    this.process = process;
    this.tree = tree;
    this.output = new Transcript(launch.outputLimit(), Bytes.utf8(launch.endMarker()));
    this.errors = new Transcript(ERROR_LIMIT, new byte[0]);
    pumps.add(thread("stdout", () -> pump(process.getInputStream(), output)));
    pumps.add(thread("stderr", () -> pump(process.getErrorStream(), errors)));
    feeder = thread("stdin", this::feed);
    var _ = process.onExit().thenRun(bell::ring);
  }

  /**
   * Starts a process.
   *
   * @param whenClosed is told of it when {@link #close} has ended it
   * @throws IOException if the system refuses
   */
  static ChildProcess start(Launch launch, Consumer<ChildProcess> whenClosed) throws IOException {
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    String tag = HexFormat.of().formatHex(random);
    ProcessBuilder builder = new ProcessBuilder(OwnSession.wrap(launch.command()));
    builder.directory(launch.directory().toFile());
    builder.environment().clear();
    builder.environment().putAll(launch.environment());
    builder.environment().put(ProcessTree.VARIABLE, tag);
    Process process = builder.start();
    ProcessTree tree = new ProcessTree(process.toHandle(), tag);
    return new ChildProcess(launch, process, tree, whenClosed);
  }

  private static Thread thread(String stream, Runnable body) {
    return Thread.ofPlatform().daemon().name("touchstone-" + stream).start(body);
  }

  private void pump(InputStream stream, Transcript transcript) {
    byte[] buffer = new byte[1 << 16];
    try {
      for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        transcript.append(buffer, count);
        bell.ring();
      }
    } catch (IOException e) {
      // The stream was closed under us: what came until then is what there is.
    }
    bell.ring();
  }

  private void feed() {
    try (OutputStream stream = process.getOutputStream()) {
      for (byte[] next = input.take(); next.length > 0; next = input.take()) {
        stream.write(next);
        stream.flush();
      }
    } catch (IOException e) {
      // The process does not read its input: that is its own affair.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends a text to its standard input, in its own time. */
  void send(String text) {
    byte[] bytes = Bytes.utf8(text);
    if (bytes.length > 0) {
      input.add(bytes);
    }
  }

  /** Closes its standard input after what was sent. */
  void closeInput() {
    input.add(END_OF_INPUT);
  }

  /** Waits until it ends, has written its end marker, or goes beyond what it may use. */
  Ending await() throws InterruptedException {
    return awaitUnless(output::needleSeen);
  }

  /** Waits likewise, with an own idea of when it has finished. */
  Ending awaitUnless(BooleanSupplier finished) throws InterruptedException {
    while (true) {
      boolean changed =
          bell.await(
              () -> !process.isAlive() || output.overflowed() || finished.getAsBoolean(), slice());
      if (output.overflowed()) {
        return new Ending.OverOutput();
      }
      if (finished.getAsBoolean()) {
        return new Ending.Finished();
      }
      if (changed) {
        return new Ending.Exit(process.exitValue());
      }
      if (left().isNegative()) {
        return new Ending.OverTime(launch.time().toMillis());
      }
      if (holdsTooMuch()) {
        return new Ending.OverMemory();
      }
    }
  }

  private boolean holdsTooMuch() {
    return launch.memoryLimit() < Long.MAX_VALUE
        && MemoryProbe.current(memoryOwners()).orElse(0) > launch.memoryLimit();
  }

  /** Waits a while for something about it; false if it did not come true. */
  boolean pause(BooleanSupplier condition, Duration time) throws InterruptedException {
    return bell.await(condition, time);
  }

  private Duration slice() {
    Duration left = left();
    return left.compareTo(POLL) < 0 ? left : POLL;
  }

  private Duration left() {
    return launch.time().minusNanos(System.nanoTime() - startedAt);
  }

  private List<ProcessHandle> memoryOwners() {
    List<ProcessHandle> owners = new ArrayList<>(process.descendants().toList());
    owners.add(process.toHandle());
    return owners;
  }

  /** The peak of its memory until now, in bytes, with that of its children. */
  OptionalLong peakMemory() {
    return MemoryProbe.peak(memoryOwners());
  }

  /** What it wrote to its standard output so far. */
  Transcript output() {
    return output;
  }

  /** What it wrote to its error stream so far. */
  Transcript errors() {
    return errors;
  }

  /** Its exit code, once it has ended by itself or was killed. */
  OptionalInt exitCode() {
    return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
  }

  /** The command line as declared. */
  List<String> command() {
    return launch.command();
  }

  /** The wall time since its start. */
  long milliseconds() {
    return Duration.ofNanos(System.nanoTime() - startedAt).toMillis();
  }

  /** Ends it with all its children if it still runs, and takes what is left in its streams. */
  void end(Ending ending) throws InterruptedException {
    closeInput();
    if (ending instanceof Ending.Finished) {
      bell.await(() -> !process.isAlive(), DRAIN);
    }
    if (process.isAlive()) {
      tree.kill(GRACE);
    }
    if (!drained(GRACE)) {
      // Someone else still holds the pipe.
      tree.killNow();
      drained(DRAIN);
    }
  }

  private boolean drained(Duration time) throws InterruptedException {
    long deadline = System.nanoTime() + time.toNanos();
    for (Thread pump : pumps) {
      long left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime())).toMillis();
      pump.join(Duration.ofMillis(Math.max(1, left)));
    }
    return pumps.stream().noneMatch(Thread::isAlive);
  }

  /** Kills whatever of it is left. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    try {
      tree.killNow();
    } catch (InterruptedException e) {
      interrupted = true;
      tree.killAtExit();
    }
    feeder.interrupt();
    whenClosed.accept(this);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Kills it when this Java process ends before it. */
  void killAtExit() {
    tree.killAtExit();
  }

  /** Why it never became the program that was meant, if so. */
  Optional<String> notStarted() {
    return OwnSession.failure(exitCode(), errors.text());
  }
}
