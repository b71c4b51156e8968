package dev.touchstone.vm.value;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A symbol: interned, so that two symbols of one name are one object (R7RS 6.5). The table is
 * shared and thread-safe.
 *
 * <p>The expander also makes <em>renamed</em> symbols, which are equal to themselves alone: for the
 * identifiers that a macro inserts, and for variables that must not be confused with others of the
 * name. No program ever sees one as a value.
 */
public final class Symbol extends Value {
  private static final ConcurrentHashMap<String, Symbol> TABLE = new ConcurrentHashMap<>();

  private final String name;
  private final @Nullable Symbol original;
  private final @Nullable Object home;

  private Symbol(String name, @Nullable Symbol original, @Nullable Object home) {
    this.name = name;
    this.original = original;
    this.home = home;
  }

  /** The symbol of that name. */
  public static Symbol of(String name) {
    Symbol known = TABLE.get(name);
    return known != null ? known : TABLE.computeIfAbsent(name, key -> new Symbol(key, null, null));
  }

  /** A symbol of the same name that is equal to no other. */
  public static Symbol renamed(Symbol original) {
    return new Symbol(original.name, original, null);
  }

  /**
   * A symbol of the same name that is equal to no other.
   *
   * @param home what the expander wants to know again of it
   */
  public static Symbol renamed(Symbol original, Object home) {
    return new Symbol(original.name, original, home);
  }

  /** Its name, without bars or escapes. */
  public String name() {
    return name;
  }

  /** What it was before it was renamed, which may be a renamed symbol too; null if it was not. */
  public @Nullable Symbol original() {
    return original;
  }

  /** What was given when it was renamed, if anything was. */
  public @Nullable Object home() {
    return home;
  }

  /** The interned symbol of its name: what the program wrote. */
  public Symbol written() {
    return original == null ? this : of(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
