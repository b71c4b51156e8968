package dev.touchstone.vm.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.touchstone.vm.api.JvmHost;
import dev.touchstone.vm.api.Limits;
import dev.touchstone.vm.api.ReferenceVm;
import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.bytecode.SpanTable;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.bytecode.verifier.Verification;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code by hand may call what expanded programs call, with anything: that is an error at most. */
class SupportProceduresTest {
  private static final int MOST_ARGUMENTS = 3;

  private static final List<Value> DATA =
      List.of(
          Fixnum.of(1),
          EmptyList.INSTANCE,
          Symbol.of("a"),
          Pair.list(Symbol.of("a")),
          Pair.list(Symbol.of("a"), Symbol.of("a"), Symbol.of("b")),
          Pair.of(Symbol.of("a"), Fixnum.of(1)),
          Pair.list(Symbol.of("no-field")));

  private static final List<Symbol> GLOBALS =
      List.of(
          Symbol.of("made"),
          Symbol.of("car"),
          Symbol.of("%make-record-type"),
          Symbol.of("make-parameter"));

  private final ReferenceVm vm = ReferenceVm.create();

  /** What pushes an argument: a datum, a procedure, a record type or a list of a parameter. */
  private static int[] push(int argument) {
    int data = DATA.size();
    if (argument < data) {
      return new int[] {Opcode.CONST.code(), argument};
    }
    int constant = Opcode.CONST.code();
    int standard = Opcode.STANDARD.code();
    int call = Opcode.CALL.code();
    return switch (argument - data) {
      case 0 -> new int[] {standard, 1};
      case 1 -> new int[] {standard, 2, constant, 2, constant, 4, call, 2};
      default -> new int[] {standard, 3, constant, 0, call, 1, constant, 1, Opcode.CONS.code()};
    };
  }

  /** Calls a procedure and then, with each number of arguments, what it has returned. */
  private static Unit unit(String name, List<Integer> arguments, int more) {
    List<Symbol> globals = new ArrayList<>(GLOBALS);
    globals.add(Symbol.of(name));
    IntStream words = IntStream.of(Opcode.STANDARD.code(), GLOBALS.size());
    for (int argument : arguments) {
      words = IntStream.concat(words, IntStream.of(push(argument)));
    }
    words = IntStream.concat(words, IntStream.of(Opcode.CALL.code(), arguments.size()));
    for (int i = 0; i < more; i++) {
      words = IntStream.concat(words, IntStream.of(push(1)));
    }
    words = IntStream.concat(words, IntStream.of(Opcode.TAIL_CALL.code(), more));
    SpanTable.Builder spans = new SpanTable.Builder();
    spans.add(0, Span.NOWHERE);
    Code main =
        new Code(
            "main", 0, false, 0, 20, List.of(), words.toArray(), DATA, List.of(), spans.build());
    return new Unit(main, globals, true);
  }

  private void call(String name, List<Integer> arguments) {
    for (int more = 0; more < 3; more++) {
      Unit unit = unit(name, arguments, more);
      assertThat(vm.verify(unit)).isInstanceOf(Verification.Verified.class);
      assertThatCode(() -> vm.run(unit, Limits.GENEROUS.withSteps(1000), new JvmHost(_ -> {})))
          .as("%s of %s", name, arguments)
          .doesNotThrowAnyException();
    }
    if (arguments.size() < MOST_ARGUMENTS) {
      for (int i = 0; i < DATA.size() + 3; i++) {
        List<Integer> longer = new ArrayList<>(arguments);
        longer.add(i);
        call(name, longer);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%make-forced",
        "%delay-force",
        "%guard",
        "%parameterize",
        "%make-record-type",
        "%record-constructor",
        "%record-predicate",
        "%record-accessor",
        "%record-modifier"
      })
  void anyArgumentsAreAnErrorAtMost(String name) {
    call(name, List.of());
  }
}
