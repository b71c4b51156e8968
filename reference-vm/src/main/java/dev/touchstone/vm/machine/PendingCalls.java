package dev.touchstone.vm.machine;

import dev.touchstone.vm.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an error that nobody handles tells of: calls that are pending, of the program, not of the
 * library.
 */
final class PendingCalls {
  private final Machine machine;

  /**
   * What a procedure of the library last took the place of, for errors where nothing is pending.
   */
  private @Nullable Closure leftFor;

  private int leftAt;

  PendingCalls(Machine machine) {
    this.machine = machine;
  }

  /** A procedure of the library takes the place of one of the program. */
  void left(Closure caller, int pc) {
    leftFor = caller;
    leftAt = pc;
  }

  /** The end of a run in which nobody handles what was raised. */
  Outcome uncaught(Value payload) {
    List<Outcome.PendingCall> calls = calls(machine.closure, machine.pc, machine.sealed.below());
    if (calls.isEmpty() && leftFor != null) {
      calls = calls(leftFor, leftAt, null);
    }
    return new Outcome.Uncaught(payload, calls.getFirst().span(), calls);
  }

  /** The innermost calls of the program, that of the running procedure first. */
  private List<Outcome.PendingCall> calls(Closure running, int pc, @Nullable Below below) {
    List<Outcome.PendingCall> calls = new ArrayList<>();
    FrameStack frames = machine.frames;
    add(running, pc, calls);
    for (int i = frames.depth() - 1; i >= 0 && !isFull(calls); i--) {
      // The return address follows the call, whose last word is the one before.
      add(frames.closure(i), frames.returnPc(i) - 1, calls);
    }
    for (Below at = below; at != null && !isFull(calls); at = at.next()) {
      if (at instanceof Below.Frames sealed) {
        addSealed(sealed, calls);
      }
    }
    return calls;
  }

  private static void addSealed(Below.Frames sealed, List<Outcome.PendingCall> calls) {
    for (int i = sealed.count() - 1; i >= 0 && !isFull(calls); i--) {
      add(sealed.chunk().closure(i), sealed.chunk().returnPc(i) - 1, calls);
    }
  }

  private static void add(Closure closure, int pc, List<Outcome.PendingCall> calls) {
    if (!closure.template.library) {
      calls.add(new Outcome.PendingCall(closure.name(), closure.template.code.spanAt(pc)));
    }
  }

  private static boolean isFull(List<Outcome.PendingCall> calls) {
    return calls.size() == Outcome.Uncaught.MOST_CALLS;
  }
}
