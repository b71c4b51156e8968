package dev.touchstone.vm.trace;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The differences between steps that are allowed (TRACE-19): a machine without tail calls of its
 * own may look, at a {@code CALL}, whether {@code RETURN} comes next, and make a tail call of it.
 */
public final class Variants {
  /** Where a {@code RETURN} stands after a {@code CALL}, as {@code function:pc}. */
  private final Set<String> afterCalls = new HashSet<>();

  private int count;

  /** How many variants were met. */
  public int count() {
    return count;
  }

  /** Whether two records say the same. To be asked of each pair, in order. */
  public boolean agree(TraceRecord x, TraceRecord y) {
    if (x.text().equals(y.text())) {
      Step.of(x.text()).ifPresent(this::remember);
      return true;
    }
    Optional<Step> a = Step.of(x.text());
    Optional<Step> b = Step.of(y.text());
    boolean variant =
        a.isPresent()
            && b.isPresent()
            && !a.get().mnemonic().equals(b.get().mnemonic())
            && a.get().asCall().equals(b.get().asCall());
    if (variant) {
      count++;
    }
    return variant;
  }

  /**
   * Whether a record is the {@code RETURN} after a call that the other side did as a tail call:
   * what follows it here is what the other side has there.
   */
  public boolean isPeeked(
      @Nullable TraceRecord record, @Nullable TraceRecord next, @Nullable TraceRecord other) {
    if (record == null) {
      return false;
    }
    Optional<Step> step = Step.of(record.text());
    boolean peeked =
        step.isPresent()
            && step.get().mnemonic().equals("RETURN")
            && afterCalls.contains(step.get().place())
            && (next == null ? other == null : other != null && next.text().equals(other.text()));
    if (peeked) {
      count++;
    }
    return peeked;
  }

  private void remember(Step step) {
    if (step.mnemonic().equals("CALL")) {
      afterCalls.add(step.function() + ":" + (step.pc() + 2));
    }
  }
}
