package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.machine.Dynamics.Entry;
import dev.touchstone.vm.machine.Parameter;
import dev.touchstone.vm.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Parameter objects (R7RS 4.2.6), as far as {@code control.scm} needs them. */
final class ParameterProcedures {
  private ParameterProcedures() {}

  static void register(Registry r) {
    r.add("%make-parameter", (value, converter) -> new Parameter(value, converter));
    r.add("%converter-of", parameter -> parameter(parameter).converter());
  }

  /** Gives values to parameters; to one that is mentioned twice, the later. */
  static Entry parameterization(Value parameters, Value values) {
    List<Value> given = Lists.elements("parameterize", 2, values);
    Map<Parameter, Value> map = new HashMap<>();
    List<Value> all = Lists.elements("parameterize", 1, parameters);
    if (all.size() > given.size()) {
      throw Arguments.wrongType("parameterize", 2, "a list of as many values", values);
    }
    int i = 0;
    for (Value parameter : all) {
      map.put(parameter(parameter), given.get(i++));
    }
    return new Entry.Parameterization(map);
  }

  private static Parameter parameter(Value value) {
    if (value instanceof Parameter parameter) {
      return parameter;
    }
    throw Arguments.wrongType("parameterize", 1, "a parameter", value);
  }
}
