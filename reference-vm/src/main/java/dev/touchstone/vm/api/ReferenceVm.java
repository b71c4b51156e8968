package dev.touchstone.vm.api;

import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.bytecode.assembly.Assembly;
import dev.touchstone.vm.bytecode.assembly.AssemblyReader;
import dev.touchstone.vm.bytecode.assembly.AssemblyWriter;
import dev.touchstone.vm.bytecode.verifier.Verification;
import dev.touchstone.vm.bytecode.verifier.Verifier;
import dev.touchstone.vm.compiler.Compiler;
import dev.touchstone.vm.core.CorePrinter;
import dev.touchstone.vm.core.CoreProgram;
import dev.touchstone.vm.expand.Session;
import dev.touchstone.vm.library.StandardLibrary;
import dev.touchstone.vm.machine.FrontEnd;
import dev.touchstone.vm.machine.Outcome;
import dev.touchstone.vm.machine.Run;
import dev.touchstone.vm.machine.World;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.trace.Level;
import dev.touchstone.vm.trace.Tracer;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The reference VM: a shared immutable image from which each run gets a world of its own.
 * Thread-safe.
 */
public final class ReferenceVm implements Vm {
  private final Map<Symbol, Value> standard;

  private ReferenceVm(Map<Symbol, Value> standard) {
    this.standard = standard;
  }

  /** A VM with the standard library. */
  public static ReferenceVm create() {
    return new ReferenceVm(StandardLibrary.bindings());
  }

  @Override
  public Completion run(Source program, Limits limits, Host host) {
    return run(program, limits, host, null);
  }

  /**
   * Runs a program likewise, and tells a tracer what it does. For events it is compiled so that
   * each call of its text is one; the outcome is the same.
   */
  public Completion trace(Source program, Limits limits, Host host, Tracer tracer) {
    return run(program, limits, host, tracer);
  }

  private Completion run(Source program, Limits limits, Host host, @Nullable Tracer tracer) {
    Unit unit;
    Session session = Runs.session(standard, host);
    try {
      unit = Runs.expand(program, session, host, compiler(tracer));
    } catch (DiagnosticException rejection) {
      return new Completion.Rejected(rejection.diagnostic());
    }
    return run(unit, session, limits, host, tracer);
  }

  static Function<CoreProgram, Unit> compiler(@Nullable Tracer tracer) {
    return tracer == null || tracer.level() == Level.STEPS
        ? Compiler::compile
        : Compiler::compileWithoutLoops;
  }

  /** A fresh world that is fed with text after text. */
  public ReplSession session(Limits limits, Host host) {
    return new ReplSession(standard, limits, host);
  }

  /** Runs a unit of one's own, or one that was verified, in a fresh world. */
  public Completion run(Unit unit, Limits limits, Host host) {
    return run(unit, Runs.listener(standard, host), limits, host, null);
  }

  /** Runs such a unit, and tells a tracer what it does. */
  public Completion trace(Unit unit, Limits limits, Host host, Tracer tracer) {
    return run(unit, Runs.listener(standard, host), limits, host, tracer);
  }

  private Completion run(
      Unit unit, Session session, Limits limits, Host host, @Nullable Tracer tracer) {
    FrontEnd frontEnd = new FrontEnd(session, host::withDeepStack, compiler(tracer));
    World world = Runs.world(standard, frontEnd, limits, host);
    Run run = new Run(unit, world, Runs.bounds(limits, host), tracer);
    Outcome outcome = Runs.run(world, run::complete);
    Counters counters = new Counters(run.steps(), run.peakFrames(), run.peakStack());
    return Runs.completion(outcome, unit.hasValue(), counters);
  }

  /**
   * The unit that a text of assembly describes.
   *
   * @throws dev.touchstone.vm.source.DiagnosticException if the text is no assembly, or its code
   *     does not keep to the rules of the verifier
   */
  public Unit assemble(Source text) {
    Assembly assembly = AssemblyReader.read(text);
    verify(assembly.listed()).orThrow();
    return assembly.unit();
  }

  /**
   * The canonical instructions of a program, as assembly.
   *
   * @throws dev.touchstone.vm.source.DiagnosticException if the program is rejected
   */
  public String disassemble(Source program, Host host) {
    return AssemblyWriter.write(compile(program, host));
  }

  /**
   * What a program is after expansion, as Core: a form a line.
   *
   * @throws dev.touchstone.vm.source.DiagnosticException if the program is rejected
   */
  public String expand(Source program, Host host) {
    return Runs.expand(program, Runs.session(standard, host), host, CorePrinter::print);
  }

  /** Whether code keeps to the rules of the verifier. */
  public Verification verify(Unit unit) {
    return Verifier.verify(unit, name -> StandardLibrary.gives(standard, name));
  }

  /**
   * The code of a program.
   *
   * @throws dev.touchstone.vm.source.DiagnosticException if the program is rejected
   */
  public Unit compile(Source program, Host host) {
    return Runs.expand(program, Runs.session(standard, host), host, Compiler::compile);
  }
}
