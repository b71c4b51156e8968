package dev.touchstone.vm.machine;

import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A code as the loop wants it: linked to the cells of a world, its parts in plain arrays. The
 * arrays are never changed, except that the instructions are linked again when the world replaces a
 * procedure that has an instruction of its own.
 */
public final class Template {
  final Code code;
  final int[] words;

  /**
   * The opcode at each word that begins an instruction; null where the instruction is integrated
   * and the world has replaced its procedure: what the variable holds is called then.
   */
  final @Nullable Opcode[] instructions;

  final Value[] constants;

  /** The unit's globals, by number; one array for all templates of the unit. */
  final Cell[] cells;

  /** The number of arguments, or -1 if there may be more than those required. */
  final int exactArguments;

  /** Where temporaries begin, counted from the base. */
  final int slots;

  final int locals;
  final int maxStack;
  final int captures;

  /** Whether it belongs to the library's own code. */
  final boolean library;

  /** The code as a method, once it has turned out to be executed often. */
  @Nullable Translation translation;

  /** How often it was entered, or began a turn of a loop. */
  private int heat;

  private final World world;

  /** The templates of the nested codes; each is made when it is first needed. */
  private final @Nullable Template[] nested;

  Template(Code code, Cell[] cells, World world) {
    this.code = code;
    this.cells = cells;
    this.world = world;
    this.words = code.words();
    this.instructions = new @Nullable Opcode[words.length];
    this.constants = code.constants().toArray(new Value[0]);
    this.nested = new @Nullable Template[code.nested().size()];
    this.exactArguments = code.hasRest() ? -1 : code.required();
    this.locals = code.locals();
    this.slots = code.argumentSlots() + locals;
    this.maxStack = code.maxStack();
    this.captures = code.captures();
    this.library = world.isLibrary();
  }

  /** The code that this links. */
  public Code code() {
    return code;
  }

  /** Whether an instruction is to call what its variable holds, instead of acting itself. */
  public boolean isRedirected(int pc) {
    return instructions[pc] == null;
  }

  /** The cell of a global of the code's unit. */
  public Object cell(int global) {
    return cells[global];
  }

  /**
   * Decides what each instruction does.
   *
   * @param replaced the integrated instructions whose procedures have been replaced
   */
  void link(Set<Opcode> replaced) {
    for (int pc = 0; pc < words.length; ) {
      Opcode opcode = Opcode.of(words[pc]);
      instructions[pc] = replaced.contains(opcode) ? null : opcode;
      pc += opcode.length();
    }
    translation = null;
    heat = 0;
  }

  /**
   * Notes that the code is entered, or a loop in it begins a turn.
   *
   * @return whether there is a translation now
   */
  boolean warm(Translator translator) {
    if (heat++ == translator.threshold()) {
      translation = translator.translate(this);
    }
    return translation != null;
  }

  /** Makes all nested templates, so that nothing changes from now on. */
  void linkAll() {
    Deque<Template> pending = new ArrayDeque<>(List.of(this));
    while (!pending.isEmpty()) {
      Template template = pending.remove();
      for (int i = 0; i < template.nested.length; i++) {
        pending.add(template.nested(i));
      }
    }
  }

  /** The template of a nested code. */
  Template nested(int index) {
    Template template = nested[index];
    if (template == null) {
      template = world.register(new Template(code.nested().get(index), cells, world));
      nested[index] = template;
    }
    return template;
  }
}
