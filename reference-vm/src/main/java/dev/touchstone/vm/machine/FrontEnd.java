package dev.touchstone.vm.machine;

import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.core.CoreProgram;
import dev.touchstone.vm.expand.Expander;
import dev.touchstone.vm.expand.Session;
import dev.touchstone.vm.source.Diagnostic;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.value.SchemeError;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * What makes code out of data while a program runs: {@code eval} and its kin. It expands in the
 * session of the run, so the libraries and definitions of the program are there.
 */
public final class FrontEnd {
  /** How deep forms may be nested for which the Java stack at hand is deep enough. */
  private static final int SHALLOW = 100;

  private final Session session;
  private final DeepStack deepStack;
  private final Function<CoreProgram, Unit> compiler;

  /** Runs something that recurses over the nesting of forms. */
  public interface DeepStack {
    /** The result of some work, done on a Java stack that is deep enough. */
    <T> T run(Supplier<T> work);
  }

  /**
   * A front end.
   *
   * @param compiler what makes code for the machine
   */
  public FrontEnd(Session session, DeepStack deepStack, Function<CoreProgram, Unit> compiler) {
    this.session = session;
    this.deepStack = deepStack;
    this.compiler = compiler;
  }

  /** The session of the run. */
  public Session session() {
    return session;
  }

  /** The code of a program for the machine. */
  Unit compile(CoreProgram program) {
    return compiler.apply(program);
  }

  /**
   * What comes of an expansion.
   *
   * @param work is given the limit on the nesting of forms
   * @throws SchemeError if the program is rejected
   */
  public <T> T run(IntFunction<T> work) {
    try {
      return attempt(work);
    } catch (DiagnosticException rejection) {
      session.forgetUnfinished();
      throw error(rejection.diagnostic());
    }
  }

  /** Most of what is evaluated is small; only for the rest another stack is worth its price. */
  private <T> T attempt(IntFunction<T> work) {
    try {
      return work.apply(SHALLOW);
    } catch (DiagnosticException rejection) {
      if (rejection.diagnostic().errorClass() != ErrorClass.LIMIT) {
        throw rejection;
      }
      session.forgetUnfinished();
      return deepStack.run(() -> work.apply(Expander.DEFAULT_NESTING_LIMIT));
    }
  }

  private static SchemeError error(Diagnostic diagnostic) {
    String place = diagnostic.span().source().text().isEmpty() ? "" : diagnostic.span() + ": ";
    return SchemeError.of(diagnostic.errorClass(), place + diagnostic.message());
  }
}
