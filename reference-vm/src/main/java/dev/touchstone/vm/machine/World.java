package dev.touchstone.vm.machine;

import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The global variables of one run, and what it has to do with the world outside. A variable gets
 * its cell when it is first mentioned, with the standard value of its name; so {@code (set! car
 * cdr)} in one world breaks no other.
 *
 * <p>Names that begin with {@code %} are the library's own: only its world binds them. Elsewhere
 * they are reached as standard procedures alone, and a program may use such names as it likes.
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
  private final Outside outside;
  private final boolean library;
  private final Map<Symbol, Cell> cells = new HashMap<>();

  /** All templates of the units that run in this world, as long as their code can be reached. */
  private final Set<Template> linked = Collections.newSetFromMap(new WeakHashMap<>());

  /** What makes code while a program runs, if it can. */
  private @Nullable FrontEnd frontEnd;

  /** The integrated instructions whose procedures have been replaced. */
  private final EnumSet<Opcode> replaced = EnumSet.noneOf(Opcode.class);

  /**
   * A fresh world.
   *
   * @param standard the standard bindings, shared by all worlds and never changed
   */
  public World(Map<Symbol, Value> standard, Output output) {
    this(standard, output, Grants.none());
  }

  /**
   * A fresh world whose programs may touch something of the world outside.
   *
   * @param output where what they write to their standard output goes
   */
  public World(Map<Symbol, Value> standard, Output output, Grants grants) {
    this(standard, new Outside(grants, output), false);
  }

  private World(Map<Symbol, Value> standard, Outside outside, boolean library) {
    this.standard = standard;
    this.outside = outside;
    this.library = library;
  }

  /** The world in which the library's own code lives; it starts out with these bindings. */
  public static World ofLibrary(Map<Symbol, Value> primitives) {
    return new World(primitives, new Outside(Grants.none(), new Output(text -> {}, 0)), true);
  }

  /** From now on this evaluates data as programs. */
  public void evaluateWith(FrontEnd evaluator) {
    frontEnd = evaluator;
  }

  /** What evaluates data as programs. */
  public FrontEnd frontEnd() {
    return Objects.requireNonNull(frontEnd, "this world evaluates nothing");
  }

  /** Whether the library's own code lives here. */
  boolean isLibrary() {
    return library;
  }

  /**
   * The standard procedure of a name, whatever the program does to the variable of the name.
   *
   * @throws MachineFault if there is none
   */
  public Value standard(Symbol name) {
    Value value = standard.get(name);
    if (value == null) {
      throw new MachineFault("the library lacks " + name);
    }
    return value;
  }

  /** The names of all standard variables. */
  public Set<Symbol> standardNames() {
    return standard.keySet();
  }

  /** What a variable holds, or null if it is unbound. */
  public @Nullable Value valueOf(Symbol name) {
    Cell cell = cells.get(name);
    return cell == null ? initial(name) : cell.value;
  }

  /** Gives a global variable a value, whether it had one or not. */
  public void define(Symbol name, Value value) {
    store(cell(name), value);
  }

  /** What the run has to do with the world outside. */
  public Outside outside() {
    return outside;
  }

  /** The cell of a global variable. */
  Cell cell(Symbol name) {
    return cells.computeIfAbsent(name, this::newCell);
  }

  private Cell newCell(Symbol name) {
    return new Cell(name, initial(name), standard.get(name), INTEGRATED.get(name));
  }

  /** What a variable holds before the program gives it a value, or null if it is unbound. */
  private @Nullable Value initial(Symbol name) {
    boolean hidden = name.name().startsWith("%") && !library;
    return hidden ? null : standard.get(name);
  }

  /** The main template of a unit, linked to this world. */
  Template link(Unit unit) {
    Cell[] cells = new Cell[unit.globals().size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cell(unit.globals().get(i));
    }
    return register(new Template(unit.main(), cells, this));
  }

  /** Links the instructions of a template, now and whenever an integrated procedure is replaced. */
  Template register(Template template) {
    template.link(replaced);
    linked.add(template);
    return template;
  }

  /**
   * Stores into a cell.
   *
   * @return whether all templates were linked again, since integrated instructions act no longer,
   *     or again
   */
  @SuppressWarnings("ReferenceEquality") // the original procedure itself
  boolean store(Cell cell, Value value) {
    cell.value = value;
    return cell.integrated != null && noteReplacement(cell.integrated, value != cell.original);
  }

  private boolean noteReplacement(Opcode opcode, boolean isReplaced) {
    boolean changed = isReplaced ? replaced.add(opcode) : replaced.remove(opcode);
    if (changed) {
      linked.forEach(template -> template.link(replaced));
    }
    return changed;
  }

  /** What the variable that an instruction is integrated for holds now. */
  @Nullable Value replacement(Opcode integrated) {
    return cell(Symbol.of(Objects.requireNonNull(integrated.procedure()))).value;
  }
}
