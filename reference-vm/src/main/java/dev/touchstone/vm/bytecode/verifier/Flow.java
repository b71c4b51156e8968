package dev.touchstone.vm.bytecode.verifier;

import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Opcode;
import org.jspecify.annotations.Nullable;

/**
 * The second look at a code: follows control from the first instruction on, with what is known of
 * slots and temporaries in place of their contents. Once in the order of the words is enough, since
 * only {@code LOOP} goes back, and only to where nothing more is known than at the {@code LOOP}.
 */
final class Flow {
  private final Code code;
  private final Listing listing;
  private final Desk desk;

  /** What is known at each target of a jump that control has come to. */
  private final @Nullable State[] known;

  private Flow(Code code, Listing listing) {
    this.code = code;
    this.listing = listing;
    this.desk = new Desk(code);
    this.known = new @Nullable State[code.length()];
  }

  /**
   * Checks every way through a code.
   *
   * @throws Refusal at the first instruction that breaks a rule
   */
  static void check(Code code, Listing listing) {
    new Flow(code, listing).check();
  }

  private void check() {
    boolean falls = true;
    int before = 0;
    int pc = 0;
    while (pc < code.length()) {
      Opcode opcode = Opcode.of(code.word(pc));
      boolean reached = listing.targets().get(pc) ? arrive(pc, before, falls) : falls;
      if (reached) {
        step(opcode, pc);
      }
      falls = reached && !opcode.isEnd();
      before = pc;
      pc += opcode.length();
    }
    if (falls) {
      throw new Refusal(Rule.END, before, "no instruction follows");
    }
  }

  /**
   * At a target of jumps: takes together what is known on all ways that lead forward to it.
   *
   * @param falls whether control also comes to it from the instruction before
   * @return whether control comes to it at all
   */
  private boolean arrive(int pc, int before, boolean falls) {
    if (falls) {
      reach(pc, before);
    }
    State state = known[pc];
    if (state == null) {
      return false;
    }
    desk.restore(state);
    if (listing.heads().get(pc)) {
      // The turn that comes here again may have made calls.
      desk.call();
      known[pc] = desk.state();
    }
    return true;
  }

  /** Control comes forward to a target with the present state. */
  private void reach(int target, int from) {
    State now = desk.state();
    State before = known[target];
    if (before != null) {
      checkDepth(before, now, target, from);
    }
    known[target] = before == null ? now : before.join(now);
  }

  /** Control comes back to the head of a loop. */
  @SuppressWarnings("ReferenceEquality") // join tells so that nothing was lost
  private void turn(int head, int from) {
    State now = desk.state();
    State before = known[head];
    if (before == null) {
      throw new Refusal(Rule.LOOPS, from, "control has not come to word " + head + " before");
    }
    checkDepth(before, now, head, from);
    if (before.join(now) != before) {
      throw new Refusal(Rule.LOOPS, from, before.difference(now, code.slots()));
    }
  }

  private static void checkDepth(State before, State now, int target, int from) {
    if (before.depth() != now.depth()) {
      throw new Refusal(
          Rule.JOINS,
          from,
          "it comes to word "
              + target
              + " with "
              + now.depth()
              + " temporaries, not "
              + before.depth());
    }
  }

  private void step(Opcode opcode, int pc) {
    desk.begin(pc);
    int operand = opcode.operands().isEmpty() ? 0 : code.word(pc + 1);
    switch (opcode) {
      case LOCAL -> desk.local(operand, false);
      case TAKE_LOCAL -> desk.local(operand, true);
      case SET_LOCAL -> desk.setLocal(operand);
      case CLEAR_LOCAL -> desk.clear(operand);
      case CAPTURED -> desk.push(Kind.of(code.captureKinds().get(operand)), 1);
      case BOX -> {
        desk.popValues(1);
        desk.push(Kind.BOX, 1);
      }
      case EMPTY_BOX -> desk.push(Kind.BOX, 1);
      case UNBOX -> {
        desk.popBox();
        desk.push(Kind.VALUE, 1);
      }
      case SET_BOX -> {
        desk.popValues(1);
        desk.popBox();
      }
      case CLOSURE -> desk.closure(operand);
      case PATCH -> desk.patch(operand);
      case CASE_CLOSURE -> desk.caseClosure(operand);
      case RECEIVE -> {
        desk.popValues(1);
        desk.push(Kind.VALUE, (long) operand + code.word(pc + 2));
      }
      case JUMP -> reach(operand, pc);
      case JUMP_IF_FALSE -> {
        desk.popValues(1);
        reach(operand, pc);
      }
      case JUMP_IF_TRUE_KEEP -> {
        desk.checkValues(1);
        reach(operand, pc);
        desk.popValues(1);
      }
      case LOOP -> {
        desk.loop(code.word(pc + 2), code.word(pc + 3));
        if (operand <= pc) {
          turn(operand, pc);
        } else {
          reach(operand, pc);
        }
      }
      case CALL -> {
        desk.popValues((long) operand + 1);
        desk.call();
        desk.push(Kind.VALUE, 1);
      }
      case TAIL_CALL -> desk.popValues((long) operand + 1);
      default -> plain(opcode);
    }
  }

  /** An instruction that takes values and leaves values, as many as its picture says. */
  private void plain(Opcode opcode) {
    if (opcode.procedure() != null) {
      // If the procedure has been replaced, it is called, and takes a place beneath the arguments.
      desk.checkRoom(1);
      desk.popValues(opcode.pops(0));
      desk.call();
    } else {
      desk.popValues(opcode.pops(0));
    }
    desk.push(Kind.VALUE, opcode.pushes(0));
  }
}
