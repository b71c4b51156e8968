package dev.touchstone.vm.jvm;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.touchstone.vm.machine.MachineFault;
import dev.touchstone.vm.machine.Pairs;
import dev.touchstone.vm.machine.Template;
import dev.touchstone.vm.machine.Translation;
import dev.touchstone.vm.machine.Vectors;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Box;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Equivalence;
import dev.touchstone.vm.value.Num;
import dev.touchstone.vm.value.Numbers;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Value;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * The classes of the VM as translated code names them, and the shapes of their methods. Those of
 * the machine's package are known by name alone, since only classes of that package may use them.
 */
final class Names {
  static final ClassDesc VALUE = of(Value.class);
  static final ClassDesc VALUES = VALUE.arrayType();
  static final ClassDesc NUM = of(Num.class);
  static final ClassDesc BOOL = of(Bool.class);
  static final ClassDesc BOX = of(Box.class);
  static final ClassDesc PAIR = of(Pair.class);
  static final ClassDesc EMPTY_LIST = of(EmptyList.class);
  static final ClassDesc NUMBERS = of(Numbers.class);
  static final ClassDesc EQUIVALENCE = of(Equivalence.class);
  static final ClassDesc PAIRS = of(Pairs.class);
  static final ClassDesc VECTORS = of(Vectors.class);
  static final ClassDesc SCHEME_ERROR = of(SchemeError.class);
  static final ClassDesc MACHINE = ofMachine("Machine");
  static final ClassDesc TEMPLATE = of(Template.class);
  static final ClassDesc TRANSLATION = of(Translation.class);
  static final ClassDesc CLOSURE = ofMachine("Closure");
  static final ClassDesc CASE_CLOSURE = ofMachine("CaseClosure");
  static final ClassDesc CELL = ofMachine("Cell");
  static final ClassDesc COMPARISONS = ofMachine("Comparisons");
  static final ClassDesc RETURN_POINT = ofMachine("ReturnPoint");
  static final ClassDesc VARIABLES = ofMachine("Variables");
  static final ClassDesc MACHINE_FAULT = of(MachineFault.class);

  /** What is made. */
  static final ClassDesc TRANSLATED = ofMachine("Translated");

  static final MethodTypeDesc RUN =
      MethodTypeDesc.of(CD_void, MACHINE, CLOSURE, VALUES, CD_int, CD_int);
  static final MethodTypeDesc UNARY = MethodTypeDesc.of(VALUE, VALUE);
  static final MethodTypeDesc BINARY = MethodTypeDesc.of(VALUE, VALUE, VALUE);
  static final MethodTypeDesc TERNARY = MethodTypeDesc.of(VALUE, VALUE, VALUE, VALUE);
  static final MethodTypeDesc ARITHMETIC = MethodTypeDesc.of(NUM, VALUE, VALUE);
  static final MethodTypeDesc TEST = MethodTypeDesc.of(CD_boolean, VALUE, VALUE);
  static final MethodTypeDesc OF_CELL = MethodTypeDesc.of(VALUE, CELL);
  static final MethodTypeDesc STORE = MethodTypeDesc.of(CD_boolean, MACHINE, CELL, VALUE);
  static final MethodTypeDesc FAIL = MethodTypeDesc.of(CD_void, CD_int);
  static final MethodTypeDesc TWO_WORDS = MethodTypeDesc.of(CD_void, CD_int, CD_int);
  static final MethodTypeDesc CALL = MethodTypeDesc.of(CD_boolean, CD_int, CD_int);
  static final MethodTypeDesc TAIL_CALL = MethodTypeDesc.of(CD_boolean, CD_int);
  static final MethodTypeDesc RETURN = MethodTypeDesc.of(CD_void, VALUE);
  static final MethodTypeDesc NESTED = MethodTypeDesc.of(TEMPLATE, CD_int);
  static final MethodTypeDesc NEW_CLOSURE = MethodTypeDesc.of(CD_void, TEMPLATE, VALUES);
  static final MethodTypeDesc CASES = MethodTypeDesc.of(CASE_CLOSURE, VALUES, CD_int, CD_int);
  static final MethodTypeDesc RECEIVE =
      MethodTypeDesc.of(CD_int, VALUES, CD_int, CD_int, CD_boolean);
  static final MethodTypeDesc NAMED_ARITHMETIC =
      MethodTypeDesc.of(NUM, of(String.class), VALUE, VALUE);
  static final MethodTypeDesc OF_BOOLEAN = MethodTypeDesc.of(BOOL, CD_boolean);
  static final MethodTypeDesc NEW_PAIR = MethodTypeDesc.of(PAIR, VALUE, VALUE);
  static final MethodTypeDesc NO_ENTRY = MethodTypeDesc.of(MACHINE_FAULT, CD_int);

  private Names() {}

  private static ClassDesc of(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  private static ClassDesc ofMachine(String name) {
    return ClassDesc.of(Template.class.getPackageName(), name);
  }
}
