package dev.touchstone.conformance.subject.session;

import dev.touchstone.conformance.subject.ErrorPatterns;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says what a result means. Pure.
 *
 * @param errors how the subject words errors whose class it does not tell
 * @param outputLimit how many bytes the program may write
 * @param timeLimit how long it may run, in milliseconds
 */
record ResultReader(ErrorPatterns errors, long outputLimit, long timeLimit) {
  private static final Set<String> LIMITS =
      Set.of("steps", "stack", "allocation", "output", "time", "memory");

  /** What a value may have in bytes even where a case allows less output. */
  private static final long LEAST_VALUE = 1_000_000;

  /** The outcome of a run with this result. */
  Outcome outcome(Message.Result result) {
    boolean flooded =
        bytes(result.output().orElse("")) > outputLimit
            || result.values().orElse(List.of()).stream().mapToLong(ResultReader::bytes).sum()
                > Math.max(outputLimit, LEAST_VALUE);
    return switch (result.status()) {
      case "completed" ->
          flooded
              ? new Outcome.Exhausted("output")
              : new Outcome.Completed(
                  result.values().orElse(List.of()), result.values().isPresent());
      case "error" -> error(result);
      case "exited" -> exited(result);
      case "exhausted" -> exhausted(result);
      case "crashed" -> new Outcome.Crashed(result.message().orElse("the subject says no more"));
      case "unsupported" ->
          new Outcome.Unsupported(result.reason().orElse("the subject does not say why"));
      default -> wrong("status", result.status());
    };
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static Outcome wrong(String field, String value) {
    return new Outcome.ProtocolError(
        "its answer has the unknown " + field + " `" + Glimpse.of(value) + "`");
  }

  private static Outcome lacks(String field, String status) {
    return new Outcome.ProtocolError(
        "its answer has the status `" + status + "` without a field `" + field + "`");
  }

  private Outcome error(Message.Result result) {
    String message = result.message().orElse("");
    Optional<Phase> phase = Optional.empty();
    if (result.phase().isPresent()) {
      phase = find(Phase.values(), p -> p.id().equals(result.phase().get()));
      if (phase.isEmpty()) {
        return wrong("phase", result.phase().get());
      }
    }
    if (result.errorClass().isPresent()) {
      Optional<ErrorClass> known =
          find(ErrorClass.values(), c -> c.id().equals(result.errorClass().get()));
      return known.isEmpty()
          ? wrong("class", result.errorClass().get())
          : new Outcome.Failed(known.get(), phase, message);
    }
    Optional<Outcome.Failed> matched = errors.match(message);
    if (matched.isEmpty()) {
      return new Outcome.Crashed("an error that nothing classifies: " + Glimpse.of(message));
    }
    Outcome.Failed failed = matched.get();
    return new Outcome.Failed(failed.errorClass(), phase.or(failed::phase), message);
  }

  private static <T> Optional<T> find(T[] all, java.util.function.Predicate<T> wanted) {
    return Arrays.stream(all).filter(wanted).findFirst();
  }

  private static Outcome exited(Message.Result result) {
    if (result.code().isEmpty()) {
      return lacks("code", "exited");
    }
    long code = result.code().getAsLong();
    return code == (int) code
        ? new Outcome.Exited((int) code)
        : new Outcome.ProtocolError("its exit code " + code + " is no exit code");
  }

  private Outcome exhausted(Message.Result result) {
    if (result.limit().isEmpty()) {
      return lacks("limit", "exhausted");
    }
    String limit = result.limit().get();
    if (!LIMITS.contains(limit)) {
      return wrong("limit", limit);
    }
    return limit.equals("time") ? new Outcome.TimedOut(timeLimit) : new Outcome.Exhausted(limit);
  }
}
