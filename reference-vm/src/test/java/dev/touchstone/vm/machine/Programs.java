package dev.touchstone.vm.machine;

import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.compiler.Compiler;
import dev.touchstone.vm.expand.Expander;
import dev.touchstone.vm.library.StandardLibrary;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Condition;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compiles and runs programs for tests. */
final class Programs {
  private static final Map<Symbol, Value> STANDARD = StandardLibrary.bindings();

  static final Bounds BOUNDS = new Bounds(Long.MAX_VALUE, 50_000_000, 50_000_000, () -> {});

  private Programs() {}

  static Unit compile(String text) {
    Source source = Source.of("test.scm", text);
    return Compiler.compile(
        Expander.expand(source, DatumReader.readAll(source), Expander.DEFAULT_NESTING_LIMIT));
  }

  static World world() {
    return new World(STANDARD, new Output(text -> {}, Long.MAX_VALUE));
  }

  static Run begin(String text, Bounds bounds) {
    return new Run(compile(text), world(), bounds);
  }

  static Outcome run(String text) {
    return begin(text, BOUNDS).complete();
  }

  /** The written value, {@code class: message} of an error, or {@code limit: name}. */
  static String result(String text) {
    return describe(run(text));
  }

  static String describe(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(List<Value> values) ->
          values.stream().map(Printer::write).collect(Collectors.joining(" "));
      case Outcome.Exhausted(String limit) -> "limit: " + limit;
      case Outcome.Exited(int code) -> "exit: " + code;
      case Outcome.Uncaught uncaught when uncaught.payload() instanceof Condition condition ->
          condition.errorClass().id() + ": " + condition.message();
      case Outcome.Uncaught uncaught -> "raised: " + Printer.write(uncaught.payload());
    };
  }
}
