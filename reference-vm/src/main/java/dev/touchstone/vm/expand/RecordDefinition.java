package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * {@code (define-record-type name (constructor field ...) predicate (field accessor [modifier])
 * ...)} (R7RS 5.5): definitions of the type and of the procedures that it comes with, whose values
 * are what procedures of the library make that no program can name.
 */
final class RecordDefinition {
  /**
   * One of the definitions.
   *
   * @param target the part of the form that is the name
   * @param value what it gets, given a reference to the type
   */
  record Part(Symbol name, Syntax target, Function<Core, Core> value) {}

  private final Syntax.ListForm form;
  private final List<Part> parts = new ArrayList<>();
  private final Set<Symbol> names = new HashSet<>();

  /** What each field is called at run time. */
  private final Map<Symbol, Symbol> fieldNames = new LinkedHashMap<>();

  private RecordDefinition(Syntax.ListForm form) {
    this.form = form;
  }

  /** Takes a definition apart. */
  static RecordDefinition of(Syntax.ListForm form) {
    if (form.items().size() < 4) {
      throw Rejection.malformed(
          form,
          "define-record-type needs a name, a constructor and a predicate:"
              + " (define-record-type name (constructor field ...) predicate field ...).");
    }
    RecordDefinition definition = new RecordDefinition(form);
    definition.take();
    return definition;
  }

  /** The definitions, that of the type first. */
  List<Part> parts() {
    return parts;
  }

  /** The definitions at top level. */
  List<Core> globals(TopLevel top) {
    Symbol type = top.variable(parts.getFirst().name());
    List<Core> definitions = new ArrayList<>();
    for (Part part : parts) {
      Core value = part.value().apply(new Core.GlobalRef(type, form.span()));
      definitions.add(new Core.DefineGlobal(top.variable(part.name()), value, form.span()));
    }
    return definitions;
  }

  private void take() {
    List<Syntax.ListForm> fields = fields();
    List<Syntax> names = fields.stream().map(field -> field.items().getFirst()).toList();
    nameFields(Formals.distinct(names, "A field", "fields"));
    type(form.items().get(1), list(names));
    constructor(form.items().get(2), names);
    add(form.items().get(3), "The predicate of a record type", "%record-predicate", List.of());
    for (Syntax.ListForm field : fields) {
      List<Core> name = List.of(field(field.items().getFirst()));
      add(field.items().get(1), "An accessor", "%record-accessor", name);
      if (field.items().size() == 3) {
        add(field.items().get(2), "A modifier", "%record-modifier", name);
      }
    }
  }

  private List<Syntax.ListForm> fields() {
    List<Syntax.ListForm> fields = new ArrayList<>();
    for (Syntax syntax : BasicForms.from(form, 4)) {
      if (!(syntax instanceof Syntax.ListForm field)
          || field.tail() != null
          || field.items().size() < 2
          || field.items().size() > 3) {
        throw Rejection.malformed(
            syntax, "A field has a name, an accessor and perhaps a modifier: (name get set).");
      }
      fields.add(field);
    }
    return fields;
  }

  private void type(Syntax target, Core fields) {
    Symbol name = declare(target, "The name of a record type");
    List<Core> operands = List.of(Literals.constant(target), fields);
    parts.add(new Part(name, target, _ -> call("%make-record-type", operands)));
  }

  /** The constructor's fields, in the order of its arguments; by its name alone it takes all. */
  private void constructor(Syntax syntax, List<Syntax> all) {
    String what = "The constructor of a record type";
    if (!(syntax instanceof Syntax.ListForm list)) {
      add(syntax, what, "%record-constructor", List.of(list(all)));
      return;
    }
    if (list.items().isEmpty() || list.tail() != null) {
      throw Rejection.malformed(list, "A constructor is a name with fields: (name field ...).");
    }
    List<Syntax> taken = BasicForms.from(list, 1);
    List<Symbol> names = Formals.distinct(taken, "A field", "fields");
    for (int i = 0; i < names.size(); i++) {
      if (!fieldNames.containsKey(names.get(i))) {
        throw Rejection.malformed(
            taken.get(i), "The record type has no field " + names.get(i) + ".");
      }
    }
    add(list.items().getFirst(), what, "%record-constructor", List.of(list(taken)));
  }

  /** A procedure that is made for the type: with its own name, and further constants. */
  private void add(Syntax target, String what, String maker, List<Core> more) {
    Symbol name = declare(target, what);
    parts.add(
        new Part(
            name,
            target,
            type -> {
              List<Core> operands = new ArrayList<>(List.of(type, Literals.constant(target)));
              operands.addAll(more);
              return call(maker, operands);
            }));
  }

  private Symbol declare(Syntax target, String what) {
    Symbol name = Formals.identifier(target, what);
    if (!names.add(name)) {
      throw Rejection.malformed(target, "define-record-type defines " + name + " twice.");
    }
    return name;
  }

  private Core call(String procedure, List<Core> operands) {
    return Expander.standardCall(procedure, operands, form.span());
  }

  /** Two fields may look alike of which a macro has inserted one: then that gets a number. */
  private void nameFields(List<Symbol> fields) {
    Set<Symbol> taken = new HashSet<>();
    for (Symbol field : fields) {
      Symbol name = field.written();
      for (int i = 2; !taken.add(name); i++) {
        name = Symbol.of(field.name() + "." + i);
      }
      fieldNames.put(field, name);
    }
  }

  private Core list(List<Syntax> fields) {
    List<Syntax> names = new ArrayList<>();
    fields.forEach(field -> names.add(new Syntax.Atom(fieldName(field), field.span())));
    return Literals.constant(new Syntax.ListForm(names, null, form.span()));
  }

  private Core field(Syntax field) {
    return new Core.Const(fieldName(field), field.span());
  }

  private Symbol fieldName(Syntax field) {
    return Objects.requireNonNull(fieldNames.get(Formals.identifier(field, "A field")));
  }
}
