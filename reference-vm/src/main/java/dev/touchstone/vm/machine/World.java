package dev.touchstone.vm.machine;

import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The global variables of one run, and where its output goes. A variable gets its cell when it is
 * first mentioned, with the standard value of its name; so {@code (set! car cdr)} in one world
 * breaks no other.
 */
public final class World {
  private static final Map<Symbol, Opcode> INTEGRATED = new HashMap<>();

  static {
    for (Opcode opcode : Opcode.values()) {
      if (opcode.procedure() != null) {
        INTEGRATED.put(Symbol.of(opcode.procedure()), opcode);
      }
    }
  }

  private final Map<Symbol, Value> standard;
  private final Output output;
  private final Map<Symbol, Cell> cells = new HashMap<>();

  /**
   * What each opcode's number stands for in this world: itself, or {@link Opcode#REDIRECT} while
   * the procedure that it is integrated for has another value.
   */
  final Opcode[] meanings = Opcode.table();

  /**
   * A fresh world.
   *
   * @param standard the standard bindings, shared by all worlds and never changed
   */
  public World(Map<Symbol, Value> standard, Output output) {
    this.standard = standard;
    this.output = output;
  }

  /** Where {@code display} and its kin write. */
  public Output output() {
    return output;
  }

  /** The cell of a global variable. */
  Cell cell(Symbol name) {
    return cells.computeIfAbsent(name, n -> new Cell(n, standard.get(n), INTEGRATED.get(n)));
  }

  /** Stores into a cell. */
  @SuppressWarnings("ReferenceEquality") // the original procedure itself
  void store(Cell cell, Value value) {
    cell.value = value;
    Opcode opcode = cell.integrated;
    if (opcode != null) {
      meanings[opcode.code()] = value == cell.original ? opcode : Opcode.REDIRECT;
    }
  }

  /** What the variable that an instruction is integrated for holds now. */
  @Nullable Value replacement(Opcode integrated) {
    return cell(Symbol.of(java.util.Objects.requireNonNull(integrated.procedure()))).value;
  }
}
