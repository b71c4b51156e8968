package dev.touchstone.conformance.subject.process;

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
public final class ChildProcess implements AutoCloseable {
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
      Launch launch,
      Process process,
      ProcessTree tree,
      Optional<Intake> intake,
      Consumer<ChildProcess> whenClosed) {
    this.whenClosed = whenClosed;
    this.launch = launch;
    this.process = process;
    this.tree = tree;
    this.output = new Transcript(launch.outputLimit(), Bytes.utf8(launch.endMarker()));
    this.errors = new Transcript(ERROR_LIMIT, new byte[0]);
    Intake stdout = intake.orElse(output::append);
    pumps.add(thread("stdout", () -> pump(process.getInputStream(), stdout)));
    pumps.add(thread("stderr", () -> pump(process.getErrorStream(), errors::append)));
    feeder = thread("stdin", this::feed);
    var _ = process.onExit().thenRun(bell::ring);
  }

  /**
   * Starts a process. Where the system can see to it, it does not outlive the thread that starts
   * it, even if this Java process is killed.
   *
   * @param whenClosed is told of it when {@link #close} has ended it
   * @throws IOException if the system refuses
   */
  public static ChildProcess start(Launch launch, Consumer<ChildProcess> whenClosed)
      throws IOException {
    return start(launch, Optional.empty(), whenClosed);
  }

  /**
   * Starts a process.
   *
   * @param intake takes what it writes to its standard output; {@link #output} does if there is
   *     none. A process with an intake may outlive this thread: it sees the end of its input when
   *     this Java process is killed
   */
  static ChildProcess start(
      Launch launch, Optional<Intake> intake, Consumer<ChildProcess> whenClosed)
      throws IOException {
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    String tag = HexFormat.of().formatHex(random);
    List<String> command = OwnSession.wrap(launch.command());
    ProcessBuilder builder =
        new ProcessBuilder(intake.isEmpty() ? OwnSession.boundToThread(command) : command);
    builder.directory(launch.directory().toFile());
    builder.environment().clear();
    builder.environment().putAll(launch.environment());
    builder.environment().put(ProcessTree.VARIABLE, tag);
    Process process = builder.start();
    ProcessTree tree = new ProcessTree(process.toHandle(), tag);
    return new ChildProcess(launch, process, tree, intake, whenClosed);
  }

  private static Thread thread(String stream, Runnable body) {
    return Thread.ofPlatform().daemon().name("touchstone-" + stream).start(body);
  }

  private void pump(InputStream stream, Intake intake) {
    byte[] buffer = new byte[1 << 16];
    try {
      for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        intake.take(buffer, count);
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
  public void send(String text) {
    byte[] bytes = Bytes.utf8(text);
    if (bytes.length > 0) {
      input.add(bytes);
    }
  }

  /** Closes its standard input after what was sent. */
  public void closeInput() {
    input.add(END_OF_INPUT);
  }

  /** Waits until it ends, has written its end marker, or goes beyond what it may use. */
  public Ending await() throws InterruptedException {
    return awaitUnless(output::needleSeen);
  }

  /** Waits likewise, with an own idea of when it has finished. */
  public Ending awaitUnless(BooleanSupplier finished) throws InterruptedException {
    return awaitUnless(finished, startedAt, launch.time());
  }

  /**
   * Waits likewise, for a time that begins anew.
   *
   * @param time how long from now
   */
  public Ending awaitUnless(BooleanSupplier finished, Duration time) throws InterruptedException {
    return awaitUnless(finished, System.nanoTime(), time);
  }

  private Ending awaitUnless(BooleanSupplier finished, long since, Duration time)
      throws InterruptedException {
    while (true) {
      Duration left = time.minusNanos(System.nanoTime() - since);
      boolean changed =
          bell.await(
              () -> !process.isAlive() || output.overflowed() || finished.getAsBoolean(),
              left.compareTo(POLL) < 0 ? left : POLL);
      if (output.overflowed()) {
        return new Ending.OverOutput();
      }
      if (finished.getAsBoolean()) {
        return new Ending.Finished();
      }
      if (changed) {
        return new Ending.Exit(process.exitValue());
      }
      if (left.compareTo(POLL) < 0) {
        return new Ending.OverTime(time.toMillis());
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
  public boolean pause(BooleanSupplier condition, Duration time) throws InterruptedException {
    return bell.await(condition, time);
  }

  private List<ProcessHandle> memoryOwners() {
    List<ProcessHandle> owners = new ArrayList<>(process.descendants().toList());
    owners.add(process.toHandle());
    return owners;
  }

  /** The peak of its memory until now, in bytes, with that of its children. */
  public OptionalLong peakMemory() {
    return MemoryProbe.peak(memoryOwners());
  }

  /** What it wrote to its standard output so far. */
  public Transcript output() {
    return output;
  }

  /** What it wrote to its error stream so far. */
  public Transcript errors() {
    return errors;
  }

  /** Its exit code, once it has ended by itself or was killed. */
  public OptionalInt exitCode() {
    return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
  }

  /** The command line as declared. */
  public List<String> command() {
    return launch.command();
  }

  /** The wall time since its start. */
  public long milliseconds() {
    return Duration.ofNanos(System.nanoTime() - startedAt).toMillis();
  }

  /** Ends it with all its children if it still runs, and takes what is left in its streams. */
  public void end(Ending ending) throws InterruptedException {
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

  /** Ends it with all its children without asking. */
  public void kill() throws InterruptedException {
    tree.killNow();
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
  public void killAtExit() {
    tree.killAtExit();
  }

  /** Why it never became the program that was meant, if so. */
  public Optional<String> notStarted() {
    return OwnSession.failure(exitCode(), errors.text());
  }
}
