package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.subject.SubjectDescription.RunLimits;
import dev.touchstone.vm.api.Completion;
import dev.touchstone.vm.api.Counters;
import dev.touchstone.vm.api.DefinitionalVm;
import dev.touchstone.vm.api.ErrorText;
import dev.touchstone.vm.api.JvmHost;
import dev.touchstone.vm.api.Limits;
import dev.touchstone.vm.api.PrivateDirectory;
import dev.touchstone.vm.api.ReferenceVm;
import dev.touchstone.vm.api.TraceOutcome;
import dev.touchstone.vm.api.Vm;
import dev.touchstone.vm.api.WrittenForm;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.machine.Grants;
import dev.touchstone.vm.source.Diagnostic;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.trace.Recorder;
import dev.touchstone.vm.trace.RollingHash;
import dev.touchstone.vm.trace.Trace;
import dev.touchstone.vm.trace.Tracer;
import dev.touchstone.vm.value.ByteSource;
import dev.touchstone.vm.value.Condition;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Value;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of our own VMs in this process; every run has a world of its own. Thread-safe. */
final class ReferenceSubject implements Subject {
  /** How many records of a trace are kept. */
  private static final long MOST_RECORDS = 20_000;

  private final SubjectProfile profile;
  private final RunLimits limits;
  private final Vm vm;

  ReferenceSubject(SubjectDescription description, Vm vm) {
    this.profile = description.profile(version());
    this.limits = description.limits();
    this.vm = vm;
  }

  private static String version() {
    return Optional.ofNullable(Vm.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  @Override
  public SubjectProfile profile() {
    return profile;
  }

  @Override
  public Observation run(Job job) throws InterruptedException {
    try (PrivateDirectory directory = PrivateDirectory.with(files(job))) {
      return run(job, directory);
    }
  }

  /** What the program may touch: its input, its arguments, and its own files if it has some. */
  private static Grants grants(Job job, PrivateDirectory directory) {
    byte[] input = job.input().orElse("").getBytes(StandardCharsets.UTF_8);
    List<String> commandLine = new ArrayList<>(List.of("program"));
    commandLine.addAll(job.args());
    return Grants.none()
        .withInput(ByteSource.of(input))
        .withFiles(directory.files())
        .withCommandLine(commandLine);
  }

  private static Map<String, String> files(Job job) {
    Map<String, String> files = new TreeMap<>(job.fixtures());
    if (job.program() instanceof Program.Scheme(String _, Map<String, String> beside)) {
      files.putAll(beside);
    }
    return files;
  }

  private Observation run(Job job, PrivateDirectory directory) throws InterruptedException {
    long start = System.nanoTime();
    StringBuilder output = new StringBuilder();
    JvmHost host = new JvmHost(output::append, () -> {}, grants(job, directory));
    Traced traced = new Traced();
    Ended ended =
        switch (job.program()) {
          case Program.Assembly(String text) -> runAssembly(text, job, host, traced);
          case Program.Scheme(String main, Map<String, String> files) -> {
            Source source = Source.of("main.scm", main);
            yield run(job, within -> ended(completion(source, job, within, host, traced), within));
          }
        };
    if (Thread.interrupted()) {
      throw new InterruptedException("the run of " + job.id() + " was stopped");
    }
    long milliseconds = Duration.ofNanos(System.nanoTime() - start).toMillis();
    return new Observation(
            ended.outcome(),
            Optional.of(output.toString()),
            ended.counters(),
            OptionalLong.empty(),
            List.of(),
            OptionalInt.empty(),
            ended.diagnostics(),
            milliseconds)
        .withTrace(Optional.ofNullable(traced.trace));
  }

  private Ended runAssembly(String text, Job job, JvmHost host, Traced traced) {
    return switch (vm) {
      case DefinitionalVm _ ->
          new Ended(new Outcome.Unsupported("knows no instructions"), Map.of(), "");
      case ReferenceVm machine ->
          run(
              job,
              within ->
                  assembled(machine, Source.of("main.tasm", text), job, within, host, traced));
    };
  }

  private Ended assembled(
      ReferenceVm machine, Source text, Job job, Limits within, JvmHost host, Traced traced) {
    try {
      Unit unit = machine.assemble(text);
      Completion completion =
          traced(text, job, traced, recorder -> machine.trace(unit, within, host, recorder))
              .orElseGet(() -> machine.run(unit, within, host));
      return ended(completion, within);
    } catch (DiagnosticException rejection) {
      return ended(new Completion.Rejected(rejection.diagnostic()), within);
    }
  }

  /** Runs a program; a fault of the VM, which is our own bug, is a crash of this subject. */
  @SuppressWarnings("IllegalCatch") // Whatever a faulty VM throws must become a verdict.
  private Ended run(Job job, Function<Limits, Ended> program) {
    try {
      return program.apply(limits(job));
    } catch (SchemeError tooLong) {
      return new Ended(new Outcome.Exhausted("output"), Map.of(), "the value is too long");
    } catch (OutOfMemoryError full) {
      return new Ended(new Outcome.Exhausted("memory"), Map.of(), "reached the limit memory");
    } catch (RuntimeException | StackOverflowError fault) {
      return new Ended(new Outcome.Crashed(fault.toString()), Map.of(), trace(fault));
    }
  }

  /** Where a run leaves its trace, also one that does not end well. */
  private static final class Traced {
    private @Nullable Trace trace;
  }

  private Completion completion(
      Source source, Job job, Limits within, JvmHost host, Traced traced) {
    Optional<Completion> completion =
        vm instanceof ReferenceVm tracing
            ? traced(source, job, traced, recorder -> tracing.trace(source, within, host, recorder))
            : Optional.empty();
    return completion.orElseGet(() -> vm.run(source, within, host));
  }

  /** Runs with a trace, if the job wants one. */
  private Optional<Completion> traced(
      Source source, Job job, Traced traced, Function<Tracer, Completion> run) {
    return job.trace()
        .map(
            level -> {
              Recorder recorder = Recorder.ofInterval(level, 1, MOST_RECORDS);
              Completion completion = run.apply(recorder);
              String who = profile.name() + " " + profile.version();
              Trace.Header header =
                  new Trace.Header(level, source.name(), RollingHash.of(source.text()), who);
              traced.trace = recorder.trace(header, TraceOutcome.of(completion));
              return completion;
            });
  }

  /** The fault and the innermost calls: whoever reads the report is going to mend the VM. */
  private static String trace(Throwable fault) {
    StringBuilder text = new StringBuilder(fault.toString());
    Stream.of(fault.getStackTrace()).limit(8).forEach(call -> text.append("\n  at ").append(call));
    return text.toString();
  }

  private record Ended(Outcome outcome, Map<String, Long> counters, String diagnostics) {}

  private Limits limits(Job job) {
    return Limits.GENEROUS
        .withSteps(job.limits().steps().orElse(Limits.GENEROUS.steps()))
        .withOutput(job.limits().output().orElse(limits.output()))
        .withTime(job.limits().time().orElse(limits.time()));
  }

  private Ended ended(Completion completion, Limits limits) {
    return switch (completion) {
      case Completion.Returned(List<Value> values, boolean hasValue, Counters counters) -> {
        List<String> written = values.stream().map(WrittenForm::of).toList();
        yield new Ended(new Outcome.Completed(written, hasValue), map(counters), "");
      }
      case Completion.Rejected(Diagnostic d) ->
          new Ended(
              new Outcome.Failed(d.errorClass(), Optional.of(d.phase()), d.message()),
              Map.of(),
              d.render());
      case Completion.Raised raised -> raised(raised);
      case Completion.Exhausted(String limit, Counters counters) ->
          new Ended(exhausted(limit, limits), map(counters), "reached the limit " + limit);
      case Completion.Exited(int code, Counters counters) ->
          new Ended(new Outcome.Exited(code), map(counters), "");
    };
  }

  private Ended raised(Completion.Raised raised) {
    ErrorClass errorClass =
        raised.payload() instanceof Condition c ? c.errorClass() : ErrorClass.RAISED;
    String message = ErrorText.message(raised.payload());
    return new Ended(
        new Outcome.Failed(errorClass, Optional.of(Phase.RUN), message),
        map(raised.counters()),
        ErrorText.render(raised));
  }

  private static Outcome exhausted(String limit, Limits limits) {
    return limit.equals("time")
        ? new Outcome.TimedOut(limits.time().toMillis())
        : new Outcome.Exhausted(limit);
  }

  /** What the run used, as far as the VM counts it: the definitional one counts no space. */
  private Map<String, Long> map(Counters counters) {
    return switch (vm) {
      case DefinitionalVm _ -> Map.of("steps", counters.steps());
      case ReferenceVm _ ->
          Map.of(
              "steps", counters.steps(),
              "frames", counters.peakFrames(),
              "stack", counters.peakStack());
    };
  }

  @Override
  public void close() {}
}
