package dev.touchstone.vm.value;

import java.util.concurrent.ConcurrentHashMap;

/**
 * A symbol: interned, so that two symbols of one name are one object (R7RS 6.5). The table is
 * shared and thread-safe.
 */
public final class Symbol extends Value {
  private static final ConcurrentHashMap<String, Symbol> TABLE = new ConcurrentHashMap<>();

  private final String name;

  private Symbol(String name) {
    this.name = name;
  }

  /** The symbol of that name. */
  public static Symbol of(String name) {
    Symbol known = TABLE.get(name);
    return known != null ? known : TABLE.computeIfAbsent(name, Symbol::new);
  }

  /** Its name, without bars or escapes. */
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return name;
  }
}
