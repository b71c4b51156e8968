package dev.touchstone.vm.machine;

import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Box;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Equivalence;
import dev.touchstone.vm.value.Numbers;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The loop over the instructions of the running procedure: one arm for each opcode, and each says
 * what its row in {@link Opcode} says. What calls, tail calls and returns do is in {@link Machine};
 * they end the loop, and the machine goes on with whatever procedure is running then.
 */
final class Loop {
  private final Machine machine;

  Loop(Machine machine) {
    this.machine = machine;
  }

  /** Executes instructions until another procedure is running, or the code has become hot. */
  void run() {
    Template template = machine.closure.template;
    @Nullable Opcode[] instructions = template.instructions;
    int[] words = template.words;
    Value[] captures = machine.closure.captures;
    Value[] slots = machine.stack.slots;
    @Nullable Tracing tracing = machine.tracing;
    int base = machine.base;
    int sp = machine.sp;
    int pc = machine.pc;
    try {
      while (true) {
        if (tracing != null) {
          tracing.before(machine.closure, pc, slots, sp);
        }
        Opcode opcode = instructions[pc];
        if (opcode == null) {
          machine.sp = sp;
          machine.redirect(words[pc], pc + 1);
          return;
        }
        switch (opcode) {
          case CONST -> {
            slots[sp++] = template.constants[words[pc + 1]];
            pc += 2;
          }
          case LOCAL -> {
            slots[sp++] = slots[base + words[pc + 1]];
            pc += 2;
          }
          case TAKE_LOCAL -> {
            int slot = base + words[pc + 1];
            slots[sp++] = slots[slot];
            slots[slot] = null;
            pc += 2;
          }
          case SET_LOCAL -> {
            slots[base + words[pc + 1]] = slots[--sp];
            pc += 2;
          }
          case CLEAR_LOCAL -> {
            slots[base + words[pc + 1]] = null;
            pc += 2;
          }
          case CAPTURED -> {
            slots[sp++] = captures[words[pc + 1]];
            pc += 2;
          }
          case BOX -> {
            slots[sp - 1] = new Box(slots[sp - 1]);
            pc++;
          }
          case EMPTY_BOX -> {
            slots[sp++] = new Box(null);
            pc++;
          }
          case UNBOX -> {
            slots[sp - 1] = Variables.content(slots[sp - 1]);
            pc++;
          }
          case SET_BOX -> {
            sp -= 2;
            ((Box) slots[sp]).set(slots[sp + 1]);
            pc++;
          }
          case GLOBAL -> {
            slots[sp++] = Variables.value(template.cells[words[pc + 1]]);
            pc += 2;
          }
          case STANDARD -> {
            slots[sp++] = template.cells[words[pc + 1]].original;
            pc += 2;
          }
          case SET_GLOBAL -> {
            Variables.assign(machine, template.cells[words[pc + 1]], slots[--sp]);
            pc += 2;
          }
          case DEFINE_GLOBAL -> {
            Variables.define(machine, template.cells[words[pc + 1]], slots[--sp]);
            pc += 2;
          }
          case CLOSURE -> {
            Template inner = template.nested(words[pc + 1]);
            sp -= inner.captures;
            slots[sp] = Closure.of(inner, slots, sp);
            sp++;
            pc += 2;
          }
          case PATCH -> {
            sp -= 2;
            ((Closure) slots[sp]).captures[words[pc + 1]] = slots[sp + 1];
            pc += 2;
          }
          case CASE_CLOSURE -> {
            sp -= words[pc + 1];
            slots[sp] = CaseClosure.of(slots, sp, words[pc + 1]);
            sp++;
            pc += 2;
          }
          case POP -> {
            sp--;
            pc++;
          }
          case RECEIVE -> {
            sp = ReturnPoint.receive(slots, sp, words[pc + 1], words[pc + 2] != 0);
            pc += 3;
          }
          case JUMP -> pc = words[pc + 1];
          case JUMP_IF_FALSE -> pc = slots[--sp] == Bool.FALSE ? words[pc + 1] : pc + 2;
          case JUMP_IF_TRUE_KEEP -> {
            if (slots[sp - 1] == Bool.FALSE) {
              sp--;
              pc += 2;
            } else {
              pc = words[pc + 1];
            }
          }
          case LOOP -> {
            int count = words[pc + 3];
            sp -= count;
            System.arraycopy(slots, sp, slots, base + words[pc + 2], count);
            machine.turn(sp, pc);
            pc = words[pc + 1];
            if (machine.warm(template)) {
              machine.pc = pc;
              machine.sp = sp;
              return;
            }
          }
          case CALL -> {
            machine.sp = sp;
            if (!machine.call(words[pc + 1], pc + 2)) {
              return;
            }
            sp = machine.sp;
            pc += 2;
          }
          case TAIL_CALL -> {
            machine.sp = sp;
            machine.pc = pc;
            machine.tailCall(words[pc + 1]);
            return;
          }
          case RETURN -> {
            machine.returnFrom(slots[sp - 1]);
            return;
          }
          case CONS -> {
            sp--;
            slots[sp - 1] = Pair.of(slots[sp - 1], slots[sp]);
            pc++;
          }
          case CAR -> {
            slots[sp - 1] = Pairs.car(slots[sp - 1]);
            pc++;
          }
          case CDR -> {
            slots[sp - 1] = Pairs.cdr(slots[sp - 1]);
            pc++;
          }
          case IS_PAIR -> {
            slots[sp - 1] = Bool.of(slots[sp - 1] instanceof Pair);
            pc++;
          }
          case IS_NULL -> {
            slots[sp - 1] = Bool.of(slots[sp - 1] == EmptyList.INSTANCE);
            pc++;
          }
          case NOT -> {
            slots[sp - 1] = Bool.of(slots[sp - 1] == Bool.FALSE);
            pc++;
          }
          case EQ -> {
            sp--;
            slots[sp - 1] = Bool.of(Equivalence.eq(slots[sp - 1], slots[sp]));
            pc++;
          }
          case ADD -> {
            sp--;
            slots[sp - 1] = Numbers.add(slots[sp - 1], slots[sp]);
            pc++;
          }
          case SUB -> {
            sp--;
            slots[sp - 1] = Numbers.subtract(slots[sp - 1], slots[sp]);
            pc++;
          }
          case MUL -> {
            sp--;
            slots[sp - 1] = Numbers.multiply(slots[sp - 1], slots[sp]);
            pc++;
          }
          case NUM_EQ -> {
            sp--;
            slots[sp - 1] = Bool.of(Comparisons.equal(slots[sp - 1], slots[sp]));
            pc++;
          }
          case LESS -> {
            sp--;
            slots[sp - 1] = Bool.of(Comparisons.less(slots[sp - 1], slots[sp]));
            pc++;
          }
          case GREATER -> {
            sp--;
            slots[sp - 1] = Bool.of(Comparisons.greater(slots[sp - 1], slots[sp]));
            pc++;
          }
          case LESS_EQUAL -> {
            sp--;
            slots[sp - 1] = Bool.of(Comparisons.lessOrEqual(slots[sp - 1], slots[sp]));
            pc++;
          }
          case GREATER_EQUAL -> {
            sp--;
            slots[sp - 1] = Bool.of(Comparisons.greaterOrEqual(slots[sp - 1], slots[sp]));
            pc++;
          }
          case QUOTIENT -> {
            sp--;
            slots[sp - 1] = Numbers.truncateQuotient("quotient", slots[sp - 1], slots[sp]);
            pc++;
          }
          case REMAINDER -> {
            sp--;
            slots[sp - 1] = Numbers.truncateRemainder("remainder", slots[sp - 1], slots[sp]);
            pc++;
          }
          case MODULO -> {
            sp--;
            slots[sp - 1] = Numbers.floorRemainder("modulo", slots[sp - 1], slots[sp]);
            pc++;
          }
          case SET_CAR -> {
            sp--;
            slots[sp - 1] = Pairs.setCar(slots[sp - 1], slots[sp]);
            pc++;
          }
          case SET_CDR -> {
            sp--;
            slots[sp - 1] = Pairs.setCdr(slots[sp - 1], slots[sp]);
            pc++;
          }
          case VECTOR_REF -> {
            sp--;
            slots[sp - 1] = Vectors.ref(slots[sp - 1], slots[sp]);
            pc++;
          }
          case VECTOR_SET -> {
            sp -= 2;
            slots[sp - 1] = Vectors.set(slots[sp - 1], slots[sp], slots[sp + 1]);
            pc++;
          }
        }
      }
    } catch (SchemeError error) {
      machine.pc = pc;
      machine.sp = sp;
      throw error;
    }
  }
}
