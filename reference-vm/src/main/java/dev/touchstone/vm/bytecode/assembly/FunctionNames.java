package dev.touchstone.vm.bytecode.assembly;

import dev.touchstone.vm.bytecode.Code;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives the functions of a unit names by which a text can refer to them. */
final class FunctionNames {
  private static final String MAIN = "main";

  private FunctionNames() {}

  /**
   * The functions, the main one first and then in the order of their mention, each with a name that
   * no other has: its own, if that is free. (A code is equal to itself alone.)
   */
  static Map<Code, String> of(Code main) {
    Map<Code, String> names = new LinkedHashMap<>();
    Set<String> used = new HashSet<>(List.of(MAIN));
    Map<String, Integer> numbers = new HashMap<>();
    Set<Code> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Code> pending = new ArrayDeque<>(List.of(main));
    seen.add(main);
    while (!pending.isEmpty()) {
      Code code = pending.remove();
      names.put(code, code == main ? MAIN : free(code.name(), used, numbers));
      code.nested().stream().filter(seen::add).forEach(pending::add);
    }
    return names;
  }

  private static String free(String name, Set<String> used, Map<String, Integer> numbers) {
    String free = name;
    while (!used.add(free)) {
      free = name + "~" + numbers.merge(name, 1, (old, one) -> old + one);
    }
    return free;
  }
}
