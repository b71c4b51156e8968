package dev.touchstone.vm.serve;

import dev.touchstone.vm.api.Claims;
import dev.touchstone.vm.api.Completion;
import dev.touchstone.vm.api.Counters;
import dev.touchstone.vm.api.ErrorText;
import dev.touchstone.vm.api.Host;
import dev.touchstone.vm.api.JvmHost;
import dev.touchstone.vm.api.Limits;
import dev.touchstone.vm.api.PrivateDirectory;
import dev.touchstone.vm.api.ReferenceVm;
import dev.touchstone.vm.api.WrittenForm;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.source.Diagnostic;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.trace.Level;
import dev.touchstone.vm.trace.Recorder;
import dev.touchstone.vm.value.Condition;
import dev.touchstone.vm.value.SchemeError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers the requests of a runner. It speaks version 1 of the protocol, in S-expression lines, and
 * keeps nothing from one run to the next.
 */
public final class Server {
  /** The version of the protocol: major and minor. */
  public static final String PROTOCOL = "1.0";

  private static final long LONGEST_TIME = Duration.ofDays(1).toMillis();

  private final ReferenceVm vm = ReferenceVm.create();
  private final String version;
  private final Limits limits;

  /** At what level runs are traced for nobody, if they are. */
  private final Optional<Level> sink;

  /**
   * A server.
   *
   * @param version of this VM, as {@code hello} tells it
   * @param limits what a run may use where its request names no limit
   */
  public Server(String version, Limits limits) {
    this(version, limits, Optional.empty());
  }

  /**
   * A server that traces also those runs of which no trace is wanted, and tells nobody: so it can
   * be seen that a trace changes nothing.
   */
  public Server(String version, Limits limits, Optional<Level> sink) {
    this.version = version;
    this.limits = limits;
    this.sink = sink;
  }

  /**
   * What becomes of a line.
   *
   * @param line the answer, without the end of the line; absent if none is due
   * @param goesOn whether more requests are wanted
   */
  public record Reply(Optional<String> line, boolean goesOn) {}

  /**
   * Answers a line.
   *
   * @throws IllegalArgumentException if it is no message, with a sentence that says why
   */
  public Reply answer(String line) {
    try {
      Fields message = Fields.parse(line);
      return switch (message.name()) {
        case "hello" -> hello(message.required("protocol"));
        case "run" -> new Reply(Optional.of(run(message)), true);
        case "bye" -> new Reply(Optional.empty(), false);
        default -> new Reply(unknown(message), true);
      };
    } catch (BadRequest bad) {
      throw new IllegalArgumentException(bad.getMessage(), bad);
    }
  }

  private Reply hello(String protocol) {
    Answer hello = new Answer("hello").text("protocol", PROTOCOL);
    if (!protocol.startsWith("1.")) {
      String why = "This VM speaks version 1 of the protocol, not " + protocol + ".";
      return new Reply(Optional.of(hello.text("refused", why).line()), false);
    }
    hello
        .text("name", "touchstone")
        .text("version", version)
        .word("isolation", "world")
        .texts("rungs", Claims.RUNGS)
        .texts("features", Claims.FEATURES)
        .map("capabilities", Claims.CAPABILITIES)
        .word("trace", "steps")
        .texts("counters", List.of("frames", "stack", "steps"));
    return new Reply(Optional.of(hello.line()), true);
  }

  private static Optional<String> unknown(Fields message) throws BadRequest {
    return message
        .text("id")
        .map(
            id ->
                result(id, "unsupported")
                    .text("reason", "This VM knows no message " + message.name() + ".")
                    .line());
  }

  private static Answer result(String id, String status) {
    return new Answer("result").text("id", id).word("status", status);
  }

  private String run(Fields request) throws BadRequest {
    String id = request.required("id");
    Limits within = within(request.part("limits"));
    Optional<Tracing> tracing = Tracing.wanted(request);
    Optional<Recorder> recorder =
        tracing.map(Tracing::recorder).or(() -> sink.map(Recorder::ofEnds));
    Provision around = Provision.of(request);
    if (request.items().containsKey("assembly")) {
      Source text = Source.of("main.tasm", request.required("assembly"));
      return answered(
          id, tracing, around, host -> answer(id, assembled(text, within, host, recorder)));
    }
    Source program = Source.of("main.scm", request.required("program"));
    return answered(
        id,
        tracing,
        around,
        host ->
            answer(
                id,
                recorder
                    .map(tracer -> vm.trace(program, within, host, tracer))
                    .orElseGet(() -> vm.run(program, within, host))));
  }

  private Completion assembled(Source text, Limits within, Host host, Optional<Recorder> recorder) {
    try {
      Unit unit = vm.assemble(text);
      return recorder
          .map(tracer -> vm.trace(unit, within, host, tracer))
          .orElseGet(() -> vm.run(unit, within, host));
    } catch (DiagnosticException rejection) {
      return new Completion.Rejected(rejection.diagnostic());
    }
  }

  private Limits within(Fields asked) throws BadRequest {
    long time = Math.min(asked.positive("time").orElse(limits.time().toMillis()), LONGEST_TIME);
    return limits
        .withSteps(asked.positive("steps").orElse(limits.steps()))
        .withOutput(asked.positive("output").orElse(limits.outputBytes()))
        .withTime(Duration.ofMillis(time));
  }

  @SuppressWarnings("IllegalCatch") // A fault of the VM is an answer too, and the next run goes on.
  private static String answered(
      String id, Optional<Tracing> tracing, Provision around, Function<Host, Answer> run) {
    StringBuilder output = new StringBuilder();
    try (PrivateDirectory directory = PrivateDirectory.with(around.files())) {
      Host host = new JvmHost(output::append, () -> {}, around.grants(directory.files()));
      Answer answer = run.apply(host).text("output", output.toString());
      tracing.ifPresent(wanted -> wanted.addTo(answer));
      return answer.line();
    } catch (OutOfMemoryError full) {
      return result(id, "exhausted").word("limit", "memory").line();
    } catch (RuntimeException | StackOverflowError fault) {
      return result(id, "crashed")
          .text("message", fault.toString())
          .text("output", output.toString())
          .text(
              "diagnostics",
              Stream.of(fault.getStackTrace())
                  .limit(8)
                  .map(String::valueOf)
                  .collect(Collectors.joining("\n")))
          .line();
    }
  }

  private static Answer answer(String id, Completion completion) {
    return switch (completion) {
      case Completion.Returned returned -> completed(id, returned);
      case Completion.Rejected(Diagnostic d) ->
          error(id, d.errorClass(), d.phase().id(), d.message()).text("diagnostics", d.render());
      case Completion.Raised raised ->
          error(id, errorClass(raised), "run", ErrorText.message(raised.payload()))
              .text("diagnostics", ErrorText.render(raised))
              .map("counters", counters(raised.counters()));
      case Completion.Exhausted(String limit, Counters counters) ->
          result(id, "exhausted").word("limit", limit).map("counters", counters(counters));
      case Completion.Exited(int code, Counters counters) ->
          result(id, "exited").number("code", code).map("counters", counters(counters));
    };
  }

  private static Answer completed(String id, Completion.Returned returned) {
    Answer answer;
    try {
      List<String> values = returned.values().stream().map(WrittenForm::of).toList();
      answer = result(id, "completed");
      if (returned.hasValue()) {
        answer.texts("values", values);
      }
    } catch (SchemeError tooLong) {
      answer = result(id, "exhausted").word("limit", "output");
    }
    return answer.map("counters", counters(returned.counters()));
  }

  private static Answer error(String id, ErrorClass errorClass, String phase, String message) {
    return result(id, "error")
        .word("class", errorClass.id())
        .word("phase", phase)
        .text("message", message);
  }

  private static ErrorClass errorClass(Completion.Raised raised) {
    return raised.payload() instanceof Condition c ? c.errorClass() : ErrorClass.RAISED;
  }

  private static Map<String, Long> counters(Counters counters) {
    return Map.of(
        "frames", counters.peakFrames(),
        "stack", counters.peakStack(),
        "steps", counters.steps());
  }
}
