package dev.touchstone.vm.library;

import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.core.CoreProgram;
import dev.touchstone.vm.definitional.Evaluator;
import dev.touchstone.vm.machine.ControlProcedure;
import dev.touchstone.vm.machine.Primitive;
import dev.touchstone.vm.machine.Run;
import dev.touchstone.vm.machine.World;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The bindings that every world starts with. */
public final class StandardLibrary {
  /** Procedures that no program can name, but the code of an expanded one does. */
  private static final Set<String> SUPPORT =
      Set.of(
          "%make-forced",
          "%delay-force",
          "%guard",
          "%parameterize",
          "%make-record-type",
          "%record-constructor",
          "%record-predicate",
          "%record-accessor",
          "%record-modifier");

  private StandardLibrary() {}

  /** Whether {@code STANDARD} may name a procedure of these bindings, in code from anywhere. */
  public static boolean gives(Map<Symbol, Value> bindings, Symbol name) {
    return bindings.containsKey(name)
        && (!name.name().startsWith("%") || SUPPORT.contains(name.name()));
  }

  /** The standard bindings for the machine; unmodifiable, and safe to share. */
  public static Map<Symbol, Value> bindings() {
    Map<Symbol, Value> bindings = new HashMap<>(primitives());
    World world = World.ofLibrary(primitives());
    for (Unit unit : Prelude.units()) {
      Run.ofLibrary(unit, world);
      for (Symbol name : unit.globals()) {
        Value value = world.valueOf(name);
        if (value != null) {
          bindings.put(name, value);
        }
      }
    }
    return Collections.unmodifiableMap(bindings);
  }

  /** The standard bindings for the definitional evaluator; unmodifiable, and safe to share. */
  public static Map<Symbol, Value> definitionalBindings() {
    Map<Symbol, Value> bindings = new HashMap<>(primitives());
    World world = World.ofLibrary(primitives());
    List<CoreProgram> parts = Prelude.parts();
    parts.forEach(part -> Evaluator.runLibrary(part, world));
    Prelude.names(parts)
        .forEach(name -> bindings.put(name, Objects.requireNonNull(world.valueOf(name))));
    return Collections.unmodifiableMap(bindings);
  }

  /** The procedures that are written in Java; unmodifiable, and safe to share. */
  public static Map<Symbol, Value> primitives() {
    Registry registry = new Registry();
    BasicProcedures.register(registry);
    PairProcedures.register(registry);
    ListProcedures.register(registry);
    NumberProcedures.register(registry);
    IntegerProcedures.register(registry);
    RealProcedures.register(registry);
    ComplexProcedures.register(registry);
    NumberTextProcedures.register(registry);
    CharacterProcedures.register(registry);
    StringProcedures.register(registry);
    CaseProcedures.register(registry);
    BytevectorProcedures.register(registry);
    VectorProcedures.register(registry);
    PortProcedures.register(registry);
    InputProcedures.register(registry);
    OutputProcedures.register(registry);
    SystemProcedures.register(registry);
    RecordProcedures.register(registry);
    PromiseProcedures.register(registry);
    ParameterProcedures.register(registry);
    ErrorProcedures.register(registry);
    TraversalProcedures.register(registry);
    ControlProcedures.register(registry);
    PromptProcedures.register(registry);
    EvaluationProcedures.register(registry);
    return Collections.unmodifiableMap(registry.bindings);
  }

  /** Collects the procedures of the families. */
  static final class Registry {
    private final Map<Symbol, Value> bindings = HashMap.newHashMap(256);

    void add(String name, Primitive.Body1 body) {
      add(Primitive.of(name, body));
    }

    void add(String name, Primitive.Body2 body) {
      add(Primitive.of(name, body));
    }

    void add(String name, Primitive.Body3 body) {
      add(Primitive.of(name, body));
    }

    void add(String name, int least, int most, Primitive.BodyN body) {
      add(Primitive.of(name, least, most, body));
    }

    /** A procedure of any number of arguments from one on, with a body of its own for two. */
    void addForTwoAndMore(String name, Primitive.Body2 two, Primitive.BodyN body) {
      add(Primitive.ofTwoAndMore(name, two, body));
    }

    void addOnWorld(String name, int least, int most, Primitive.WorldBody body) {
      add(Primitive.onWorld(name, least, most, body));
    }

    /** A procedure that depends on where it is called, and may take long. */
    void addSituated(String name, int least, int most, Primitive.SituatedBody body) {
      add(Primitive.situated(name, least, most, /* bulk= */ true, body));
    }

    /** A procedure that depends on where it is called, and never takes long. */
    void addQuick(String name, int least, int most, Primitive.SituatedBody body) {
      add(Primitive.situated(name, least, most, /* bulk= */ false, body));
    }

    void addControl(String name, int least, int most, ControlProcedure.Body body) {
      add(name, ControlProcedure.of(name, least, most, body));
    }

    void add(String name, ControlProcedure procedure) {
      bindings.put(Symbol.of(name), procedure);
    }

    private void add(Primitive primitive) {
      bindings.put(Symbol.of(primitive.name()), primitive);
    }
  }
}
