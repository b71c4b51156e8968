package dev.touchstone.vm.jvm;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.machine.Template;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Emits the method of a code: what the loop's arms do, one after the other. */
final class Emitter {
  // The method's variables: its parameters, then its own.
  private static final int MACHINE = 1;
  private static final int CLOSURE = 2;
  private static final int SLOTS = 3;
  private static final int BASE = 4;

  /** Where to begin; later the instruction that may fail. */
  private static final int PC = 5;

  private static final int CAPTURES = 6;

  /** The variable of slot 0. */
  private static final int FIRST_SLOT = 7;

  private final CodeBuilder method;
  private final Template template;
  private final Code code;
  private final Shape shape;
  private final Constants constants;
  private final Temporaries stack;
  private final Map<Integer, Label> labels = new HashMap<>();

  Emitter(CodeBuilder method, Template template, Shape shape, Constants constants) {
    this.method = method;
    this.template = template;
    this.code = template.code();
    this.shape = shape;
    this.constants = constants;
    this.stack = new Temporaries(method, SLOTS, BASE, FIRST_SLOT);
  }

  void emit() {
    Label body = method.newLabel();
    Label end = method.newLabel();
    Label handler = method.newLabel();
    if (code.captures() > 0) {
      method.aload(CLOSURE).getfield(Names.CLOSURE, "captures", Names.VALUES).astore(CAPTURES);
    }
    method.labelBinding(body);
    enter();
    int pc = 0;
    while (pc < code.length()) {
      pc = shape.isReachable(pc) ? next(pc) : pc + opcode(pc).length();
    }
    method.labelBinding(end);
    method.labelBinding(handler);
    method.aload(MACHINE).iload(PC).invokevirtual(Names.MACHINE, "fail", Names.FAIL).athrow();
    method.exceptionCatch(body, end, handler, Names.SCHEME_ERROR);
  }

  /** Emits the choice of the place to begin at. */
  private void enter() {
    Label nowhere = method.newLabel();
    List<SwitchCase> cases = new ArrayList<>();
    shape.entries().stream().forEach(pc -> cases.add(SwitchCase.of(pc, label(pc))));
    method.iload(PC).lookupswitch(nowhere, cases).labelBinding(nowhere);
    method.iload(PC).invokestatic(Names.TRANSLATION, "noEntry", Names.NO_ENTRY).athrow();
  }

  /** Emits an instruction, or a test and the jump on it; the result is where to go on. */
  private int next(int pc) {
    if (shape.isJoin(pc)) {
      stack.saveAll();
      method.labelBinding(label(pc));
      stack.restart(shape.depth(pc));
    }
    Opcode opcode = opcode(pc);
    if (template.isRedirected(pc)) {
      redirect(pc);
    } else if (Tests.isTest(opcode)) {
      return test(pc);
    } else {
      instruction(opcode, pc);
    }
    if (opcode.isEnd()) {
      stack.restart(0);
    }
    return pc + opcode.length();
  }

  private Opcode opcode(int pc) {
    return Opcode.of(code.word(pc));
  }

  private Label label(int pc) {
    return labels.computeIfAbsent(pc, added -> method.newLabel());
  }

  private void instruction(Opcode opcode, int pc) {
    int operand = opcode.length() > 1 ? code.word(pc + 1) : 0;
    switch (opcode) {
      case CONST -> {
        method.loadConstant(constants.of(code.constants().get(operand), Names.VALUE));
        stack.push();
      }
      case LOCAL -> {
        stack.load(operand);
        stack.push();
      }
      case TAKE_LOCAL -> {
        stack.load(operand);
        stack.clear(operand);
        stack.push();
      }
      case SET_LOCAL -> {
        stack.pop();
        stack.set(operand);
      }
      case CLEAR_LOCAL -> stack.clear(operand);
      case CAPTURED -> {
        method.aload(CAPTURES).loadConstant(operand).aaload();
        stack.push();
      }
      case BOX -> {
        method.new_(Names.BOX).dup();
        stack.pop();
        method.invokespecial(Names.BOX, INIT_NAME, Names.RETURN);
        stack.push();
      }
      case EMPTY_BOX -> {
        method.new_(Names.BOX).dup().aconst_null();
        method.invokespecial(Names.BOX, INIT_NAME, Names.RETURN);
        stack.push();
      }
      case UNBOX -> {
        mayFail(pc);
        stack.pop();
        method.invokestatic(Names.VARIABLES, "content", Names.UNARY);
        stack.push();
      }
      case SET_BOX -> {
        stack.load(stack.depth() - 2);
        method.checkcast(Names.BOX);
        stack.pop();
        stack.drop(1);
        method.invokevirtual(Names.BOX, "set", Names.RETURN);
      }
      case GLOBAL -> {
        mayFail(pc);
        cell(operand);
        method.invokestatic(Names.VARIABLES, "value", Names.OF_CELL);
        stack.push();
      }
      case STANDARD -> {
        cell(operand);
        method.getfield(Names.CELL, "original", Names.VALUE);
        stack.push();
      }
      case SET_GLOBAL -> store("assign", pc);
      case DEFINE_GLOBAL -> store("define", pc);
      case CLOSURE -> closure(operand, shape.many(pc));
      case CASE_CLOSURE -> {
        stack.saveAll();
        stack.drop(operand);
        method.aload(SLOTS);
        stack.index(stack.depth());
        method.loadConstant(operand).invokestatic(Names.CASE_CLOSURE, "of", Names.CASES);
        stack.push();
      }
      case PATCH -> {
        stack.load(stack.depth() - 2);
        method.checkcast(Names.CLOSURE).getfield(Names.CLOSURE, "captures", Names.VALUES);
        method.loadConstant(operand);
        stack.pop();
        stack.drop(1);
        method.aastore();
      }
      case POP -> stack.drop(1);
      case RECEIVE -> {
        mayFail(pc);
        stack.saveAll();
        method.aload(SLOTS);
        stack.index(stack.depth());
        method.loadConstant(operand).loadConstant(code.word(pc + 2));
        method.invokestatic(Names.RETURN_POINT, "receive", Names.RECEIVE).pop();
        stack.drop(1);
        stack.delivered(shape.many(pc));
      }
      case JUMP -> {
        stack.saveAll();
        method.goto_(label(operand));
      }
      case JUMP_IF_FALSE -> {
        stack.pop();
        stack.saveAll();
        falseValue();
        method.if_acmpeq(label(operand));
      }
      case JUMP_IF_TRUE_KEEP -> {
        stack.saveAll();
        stack.load(stack.depth() - 1);
        falseValue();
        method.if_acmpne(label(operand));
        stack.drop(1);
      }
      case LOOP -> turn(pc, operand, code.word(pc + 2), code.word(pc + 3));
      case CALL -> {
        leave(pc);
        method.aload(MACHINE).loadConstant(operand).loadConstant(pc + 2);
        method.invokevirtual(Names.MACHINE, "call", Names.CALL).ifne(label(pc + 2)).return_();
      }
      case TAIL_CALL -> {
        leave(pc);
        method.aload(MACHINE).loadConstant(pc).putfield(Names.MACHINE, "pc", CD_int);
        method.aload(MACHINE).loadConstant(operand);
        method.invokevirtual(Names.MACHINE, "tailCall", Names.TAIL_CALL).ifne(label(0)).return_();
      }
      case RETURN -> {
        method.aload(MACHINE);
        stack.pop();
        method.invokevirtual(Names.MACHINE, "returnFrom", Names.RETURN).return_();
      }
      default -> {
        mayFail(pc);
        Integrated.emit(method, opcode, stack);
      }
    }
  }

  /** Emits a test; if a jump depends on it alone, then that too. */
  private int test(int pc) {
    Opcode opcode = opcode(pc);
    boolean holds = true;
    int at = pc + 1;
    while (follows(Opcode.NOT, at)) {
      holds = !holds;
      at++;
    }
    mayFail(pc);
    Tests.emit(method, opcode, stack);
    if (!follows(Opcode.JUMP_IF_FALSE, at)) {
      method.invokestatic(Names.BOOL, "of", Names.OF_BOOLEAN);
      stack.push();
      return pc + 1;
    }
    stack.saveAll();
    Label target = label(code.word(at + 1));
    if (holds) {
      method.ifeq(target);
    } else {
      method.ifne(target);
    }
    return at + 2;
  }

  private boolean follows(Opcode opcode, int pc) {
    return pc < code.length()
        && !shape.isJoin(pc)
        && opcode(pc) == opcode
        && !template.isRedirected(pc);
  }

  /**
   * Emits an assignment of a global variable; if it changes what instructions do, the loop goes on.
   */
  private void store(String how, int pc) {
    mayFail(pc);
    method.aload(MACHINE);
    cell(code.word(pc + 1));
    stack.pop();
    method.invokestatic(Names.VARIABLES, how, Names.STORE);
    stack.saveAll();
    Label unchanged = method.newLabel();
    method.ifeq(unchanged);
    stackPointer();
    method.aload(MACHINE).loadConstant(pc + 2).putfield(Names.MACHINE, "pc", CD_int).return_();
    method.labelBinding(unchanged);
  }

  private void closure(int nested, int captures) {
    method.new_(Names.CLOSURE).dup();
    method.aload(CLOSURE).getfield(Names.CLOSURE, "template", Names.TEMPLATE);
    method.loadConstant(nested).invokevirtual(Names.TEMPLATE, "nested", Names.NESTED);
    if (captures == 0) {
      method.getstatic(Names.CLOSURE, "NO_CAPTURES", Names.VALUES);
    } else {
      method.loadConstant(captures).anewarray(Names.VALUE);
      for (int i = 0; i < captures; i++) {
        method.dup().loadConstant(i);
        stack.load(stack.depth() - captures + i);
        method.aastore();
      }
    }
    stack.drop(captures);
    method.invokespecial(Names.CLOSURE, INIT_NAME, Names.NEW_CLOSURE);
    stack.push();
  }

  private void turn(int pc, int target, int slot, int count) {
    int first = stack.depth() - count;
    for (int i = 0; i < count; i++) {
      stack.load(first + i);
      stack.set(slot + i);
    }
    stack.drop(count);
    stack.saveAll();
    method.aload(MACHINE);
    stack.index(stack.depth());
    method.loadConstant(pc).invokevirtual(Names.MACHINE, "turn", Names.TWO_WORDS);
    method.goto_(label(target));
  }

  private void redirect(int pc) {
    leave(pc);
    method.aload(MACHINE).loadConstant(code.word(pc)).loadConstant(pc + 1);
    method.invokevirtual(Names.MACHINE, "redirect", Names.TWO_WORDS).return_();
  }

  /** Emits what makes the machine's stack as the loop would leave it. */
  private void leave(int pc) {
    mayFail(pc);
    stack.saveAll();
    stackPointer();
  }

  private void stackPointer() {
    method.aload(MACHINE);
    stack.index(stack.depth());
    method.putfield(Names.MACHINE, "sp", CD_int);
  }

  private void mayFail(int pc) {
    method.loadConstant(pc).istore(PC);
  }

  private void cell(int global) {
    method.loadConstant(constants.of(template.cell(global), Names.CELL));
  }

  private void falseValue() {
    method.getstatic(Names.BOOL, "FALSE", Names.BOOL);
  }
}
