package dev.touchstone.vm.machine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was pending when a run ended with an error: calls of the program, not of the library. */
final class PendingCalls {
  private final List<Outcome.PendingCall> calls = new ArrayList<>();

  private PendingCalls() {}

  /** The innermost calls of the program, that of the running procedure first. */
  static List<Outcome.PendingCall> of(
      Closure running, int pc, FrameStack frames, @Nullable Below below) {
    PendingCalls pending = new PendingCalls();
    pending.add(running, pc);
    for (int i = frames.depth() - 1; i >= 0 && !pending.isFull(); i--) {
      // The return address follows the call, whose last word is the one before.
      pending.add(frames.closure(i), frames.returnPc(i) - 1);
    }
    for (Below at = below; at != null && !pending.isFull(); at = at.next()) {
      pending.addSealed(at);
    }
    return pending.calls;
  }

  private void addSealed(Below below) {
    if (below instanceof Below.Frames sealed) {
      for (int i = sealed.count() - 1; i >= 0 && !isFull(); i--) {
        add(sealed.chunk().closure(i), sealed.chunk().returnPc(i) - 1);
      }
    }
  }

  private void add(Closure closure, int pc) {
    if (!closure.template.library) {
      calls.add(new Outcome.PendingCall(closure.name(), closure.template.code.spanAt(pc)));
    }
  }

  private boolean isFull() {
    return calls.size() == Machine.TRACE_LENGTH;
  }
}
