package dev.touchstone.vm.compiler;

import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.CoreProgram;
import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Unspecified;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Compiles a program into a unit. */
public final class Compiler {
  /** The name of the procedure whose body is the program's top level. */
  public static final String MAIN = "main";

  private final FreeVariables free;
  private final Calls calls = new Calls();
  private final List<Symbol> globals = new ArrayList<>();
  private final Map<Symbol, Integer> globalNumbers = new HashMap<>();

  private Compiler(FreeVariables free) {
    this.free = free;
  }

  /** The code of a program. */
  public static Unit compile(CoreProgram program) {
    return compile(program, LoopFinder::in);
  }

  /**
   * The code of a program in which a procedure that is a loop is called like any other, so that its
   * calls can be shown.
   */
  public static Unit compileWithoutLoops(CoreProgram program) {
    return compile(program, _ -> Set.of());
  }

  private static Unit compile(CoreProgram program, Function<Core, Set<Variable>> loops) {
    Span whole = new Span(program.source(), 0, program.source().text().length());
    FreeVariables free = new FreeVariables();
    Core forms = new Core.Seq(topLevel(program, whole), whole);
    Core body = Lowering.lower(forms, free, loops.apply(forms));
    Compiler compiler = new Compiler(free);
    Core.Lambda main = new Core.Lambda(MAIN, List.of(), null, body, whole);
    return new Unit(
        new BodyCompiler(compiler, main).compile(), compiler.globals, program.hasValue());
  }

  private static List<Core> topLevel(CoreProgram program, Span whole) {
    if (program.hasValue()) {
      return program.forms();
    }
    List<Core> forms = new ArrayList<>(program.forms());
    forms.add(new Core.Const(Unspecified.INSTANCE, whole));
    return forms;
  }

  /** What the closures of a lambda capture. */
  List<Variable> capturesOf(Core.Lambda lambda) {
    return free.in(lambda);
  }

  /** Looks at the lifetimes in the body of a lambda. */
  Liveness livenessOf(Core.Lambda lambda) {
    return new Liveness(lambda.variables(), lambda.body(), free, calls);
  }

  /** The number of a global name in this unit. */
  int globalNumber(Symbol name) {
    Integer known = globalNumbers.get(name);
    if (known == null) {
      known = globals.size();
      globals.add(name);
      globalNumbers.put(name, known);
    }
    return known;
  }
}
