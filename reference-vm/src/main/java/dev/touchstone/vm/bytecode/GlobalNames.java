package dev.touchstone.vm.bytecode;

import dev.touchstone.vm.value.Symbol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the global variables of a unit are called where it is written down. A variable whose symbol
 * has been renamed gets a number behind its name, so that it is no other one, and no standard one,
 * when the unit is read again.
 */
public final class GlobalNames {
  private GlobalNames() {}

  /** The names of variables, in order, all different. */
  public static List<String> of(List<Symbol> globals) {
    Set<String> taken = new HashSet<>();
    globals.stream().filter(name -> name.original() == null).forEach(n -> taken.add(n.name()));
    List<String> names = new ArrayList<>();
    for (Symbol global : globals) {
      names.add(global.original() == null ? global.name() : free(global.name(), taken));
    }
    return names;
  }

  private static String free(String name, Set<String> taken) {
    int number = 1;
    while (!taken.add(name + "." + number)) {
      number++;
    }
    return name + "." + number;
  }
}
