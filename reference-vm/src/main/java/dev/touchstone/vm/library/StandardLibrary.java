package dev.touchstone.vm.library;

import dev.touchstone.vm.machine.Primitive;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** The bindings that every world starts with. */
public final class StandardLibrary {
  private StandardLibrary() {}

  /** The standard bindings; unmodifiable, and safe to share. */
  public static Map<Symbol, Value> bindings() {
    Registry registry = new Registry();
    BasicProcedures.register(registry);
    PairProcedures.register(registry);
    ListProcedures.register(registry);
    IntegerProcedures.register(registry);
    CharacterProcedures.register(registry);
    StringProcedures.register(registry);
    VectorProcedures.register(registry);
    OutputProcedures.register(registry);
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

    void addOnWorld(String name, int least, int most, Primitive.WorldBody body) {
      add(Primitive.onWorld(name, least, most, body));
    }

    private void add(Primitive primitive) {
      bindings.put(Symbol.of(primitive.name()), primitive);
    }
  }
}
