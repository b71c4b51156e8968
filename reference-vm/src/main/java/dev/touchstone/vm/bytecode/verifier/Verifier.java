package dev.touchstone.vm.bytecode.verifier;

import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Decides whether code keeps to the rules of the spec's chapter 23. Code that does cannot make a
 * machine fault: whatever else happens, it ends, fails with an error that the program can handle,
 * or reaches a limit.
 *
 * <p>Each code is looked at once, by itself; the time grows with the number of instructions, and no
 * depth of nesting uses the Java stack.
 */
public final class Verifier {
  /** The highest stack that a code may ask for. */
  public static final int MOST_STACK = 1 << 24;

  private final Unit unit;
  private final Predicate<Symbol> isStandard;
  private final Deque<Code> pending = new ArrayDeque<>();
  private final Set<Code> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private int instructions;

  private Verifier(Unit unit, Predicate<Symbol> isStandard) {
    this.unit = unit;
    this.isStandard = isStandard;
  }

  /**
   * Looks at all codes of a unit.
   *
   * @param isStandard whether {@code STANDARD} may name a procedure
   */
  public static Verification verify(Unit unit, Predicate<Symbol> isStandard) {
    Verifier verifier = new Verifier(unit, isStandard);
    verifier.enqueue(unit.main());
    while (!verifier.pending.isEmpty()) {
      Code code = verifier.pending.remove();
      try {
        verifier.check(code);
      } catch (Refusal refusal) {
        return new Verification.Rejected(rejection(code, refusal));
      }
    }
    return new Verification.Verified(verifier.seen.size(), verifier.instructions);
  }

  private void enqueue(Code code) {
    if (seen.add(code)) {
      pending.add(code);
    }
  }

  private void check(Code code) {
    Headers.check(code, code == unit.main());
    Listing listing = Listing.of(unit, code, isStandard);
    Flow.check(code, listing);
    instructions += listing.instructions();
    code.nested().forEach(this::enqueue);
  }

  private static Rejection rejection(Code code, Refusal refusal) {
    int pc = refusal.pc();
    Span span = code.spans().isEmpty() ? Span.NOWHERE : code.spanAt(Math.max(pc, 0));
    return new Rejection(
        refusal.rule(), code.name(), pc, instruction(code, pc), refusal.reason(), span);
  }

  private static String instruction(Code code, int pc) {
    if (pc == Rejection.HEADER) {
      return code.name();
    }
    int word = code.word(pc);
    if (!Opcode.isCode(word)) {
      return Integer.toString(word);
    }
    StringBuilder text = new StringBuilder(Opcode.of(word).mnemonic());
    int end = Math.min(code.length(), pc + Opcode.of(word).length());
    for (int at = pc + 1; at < end; at++) {
      text.append(' ').append(code.word(at));
    }
    return text.toString();
  }
}
