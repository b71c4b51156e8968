package dev.touchstone.vm.trace;

import dev.touchstone.vm.bytecode.Opcode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a difference between two traces speaks against.
 *
 * @param what in a sentence: the instruction or the event that went wrong
 * @param row the instruction's row in the table of instructions, or empty
 * @param clauses what it breaks, or the clauses about what it does
 * @param at {@code line:column} of the program, or empty
 */
public record Suspect(String what, Optional<Opcode> row, List<String> clauses, String at) {
  /** Copies the list. */
  public Suspect {
    clauses = List.copyOf(clauses);
  }

  /** What to suspect where two traces part. */
  public static Suspect of(Level level, TraceDiff.Result.At at) {
    return level == Level.STEPS ? ofSteps(at) : ofEvents(at);
  }

  /** A step shows the state before it, so it is the step before that made the difference. */
  private static Suspect ofSteps(TraceDiff.Result.At at) {
    if (at.before().isEmpty()) {
      return new Suspect(
          "the state in which the run begins", Optional.empty(), List.of("MACH-15"), "");
    }
    TraceRecord last = at.before().getLast();
    Optional<Opcode> row = Step.of(last.text()).flatMap(step -> opcode(step.mnemonic()));
    List<String> clauses = row.map(Suspect::clauses).orElse(List.of("MACH-15"));
    return new Suspect(
        "what step " + last.number() + " did: " + last.text(), row, clauses, last.at());
  }

  private static Optional<Opcode> opcode(String mnemonic) {
    return Arrays.stream(Opcode.values())
        .filter(opcode -> opcode.mnemonic().equals(mnemonic))
        .findFirst();
  }

  /** The instruction's own clause in the reference, then those about what lies behind it. */
  private static List<String> clauses(Opcode opcode) {
    List<String> behind =
        switch (opcode) {
          case CALL -> List.of("MACH-3", "MACH-4", "MACH-2");
          case TAIL_CALL -> List.of("MACH-6", "TAIL-2", "MACH-27");
          case RETURN -> List.of("MACH-5", "MACH-2", "MACH-17", "MACH-19");
          case LOOP -> List.of("MACH-6", "LOOP-8");
          case CAPTURED, CLOSURE, PATCH, CASE_CLOSURE, BOX, EMPTY_BOX, UNBOX, SET_BOX ->
              List.of("MACH-7");
          case TAKE_LOCAL, CLEAR_LOCAL -> List.of("MACH-8");
          case LOCAL, SET_LOCAL -> List.of("MACH-13");
          case RECEIVE, POP -> List.of("MACH-16");
          default -> opcode.procedure() == null ? List.of() : List.of("MACH-9");
        };
    List<String> clauses = new ArrayList<>(List.of(opcode.clause()));
    clauses.addAll(behind);
    return clauses;
  }

  private static Suspect ofEvents(TraceDiff.Result.At at) {
    TraceRecord record = at.a().or(at::b).orElseThrow();
    String surplus = at.a().isPresent() ? "" : "a surplus ";
    List<EventKind> kinds =
        Stream.of(at.a(), at.b())
            .flatMap(Optional::stream)
            .flatMap(seen -> kind(seen.text()).stream())
            .distinct()
            .toList();
    List<String> clauses =
        Stream.concat(
                kinds.stream().flatMap(kind -> kind.rules().stream()),
                kinds.stream().limit(1).map(EventKind::clause))
            .toList();
    return new Suspect(
        surplus + "event " + record.number() + ": " + record.text(),
        Optional.empty(),
        clauses,
        record.at());
  }

  private static Optional<EventKind> kind(String text) {
    int space = text.indexOf(' ');
    return EventKind.of(space < 0 ? text : text.substring(0, space));
  }
}
