package dev.touchstone.vm.machine;

import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.value.Value;

/**
 * A code as the loop wants it: linked to the cells of a world, its parts in plain arrays. The
 * arrays are never changed.
 */
final class Template {
  final Code code;
  final int[] words;
  final Value[] constants;
  final Template[] nested;

  /** The unit's globals, by number; one array for all templates of the unit. */
  final Cell[] cells;

  /** The number of arguments, or -1 if there may be more than those required. */
  final int exactArguments;

  /** Where temporaries begin, counted from the base. */
  final int slots;

  final int locals;
  final int maxStack;
  final int captures;

  private Template(Code code, Cell[] cells) {
    this.code = code;
    this.cells = cells;
    this.words = code.words();
    this.constants = code.constants().toArray(new Value[0]);
    this.nested = new Template[code.nested().size()];
    this.exactArguments = code.hasRest() ? -1 : code.required();
    this.locals = code.locals();
    this.slots = code.argumentSlots() + locals;
    this.maxStack = code.maxStack();
    this.captures = code.captures();
    for (int i = 0; i < nested.length; i++) {
      nested[i] = new Template(code.nested().get(i), cells);
    }
  }

  /** The main template of a unit, linked to a world. */
  static Template link(Unit unit, World world) {
    Cell[] cells = new Cell[unit.globals().size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = world.cell(unit.globals().get(i));
    }
    return new Template(unit.main(), cells);
  }
}
