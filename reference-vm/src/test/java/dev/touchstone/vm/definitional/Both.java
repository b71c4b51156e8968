package dev.touchstone.vm.definitional;

import dev.touchstone.vm.api.Completion;
import dev.touchstone.vm.api.DefinitionalVm;
import dev.touchstone.vm.api.JvmHost;
import dev.touchstone.vm.api.Limits;
import dev.touchstone.vm.api.ReferenceVm;
import dev.touchstone.vm.api.Vm;
import dev.touchstone.vm.api.WrittenForm;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Condition;
import java.util.stream.Collectors;

/** Runs programs on the definitional evaluator and on the machine, for tests. */
final class Both {
  private static final Vm DEFINITIONAL = DefinitionalVm.create();
  private static final Vm MACHINE = ReferenceVm.create();

  private Both() {}

  static String definitional(String program) {
    return result(DEFINITIONAL, program, Limits.GENEROUS);
  }

  static String definitional(String program, Limits limits) {
    return result(DEFINITIONAL, program, limits);
  }

  static String machine(String program) {
    return machine(program, Limits.GENEROUS);
  }

  static String machine(String program, Limits limits) {
    return result(MACHINE, program, limits);
  }

  /** The output; after it the values, or the class of an error, its phase and message. */
  private static String result(Vm vm, String program, Limits limits) {
    StringBuilder output = new StringBuilder();
    Completion completion =
        vm.run(Source.of("test.scm", program), limits, new JvmHost(output::append));
    return output
        + switch (completion) {
          case Completion.Returned returned ->
              returned.values().stream().map(WrittenForm::of).collect(Collectors.joining(" "));
          case Completion.Raised raised when raised.payload() instanceof Condition condition ->
              condition.errorClass().id() + ": " + condition.message();
          case Completion.Raised raised -> "raised: " + WrittenForm.of(raised.payload());
          case Completion.Rejected rejected -> "rejected: " + rejected.diagnostic().message();
          case Completion.Exhausted exhausted -> "limit: " + exhausted.limit();
          case Completion.Exited exited -> "exit " + exited.code();
        };
  }
}
