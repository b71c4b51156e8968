package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.machine.Primitive;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.RecordInstance;
import dev.touchstone.vm.value.RecordType;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;
import java.util.List;

/** What {@code define-record-type} is made of (R7RS 5.5): procedures that make procedures. */
final class RecordProcedures {
  private RecordProcedures() {}

  static void register(Registry r) {
    r.add("%make-record-type", RecordProcedures::makeType);
    r.add("%record-constructor", RecordProcedures::constructor);
    r.add("%record-predicate", RecordProcedures::predicate);
    r.add("%record-accessor", RecordProcedures::accessor);
    r.add("%record-modifier", RecordProcedures::modifier);
  }

  private static Value makeType(Value name, Value fields) {
    return new RecordType(text(name), symbols(fields));
  }

  private static Value constructor(Value type, Value name, Value fields) {
    RecordType made = type(type);
    int[] places = symbols(fields).stream().mapToInt(field -> place(made, field)).toArray();
    return Primitive.of(
        text(name),
        places.length,
        places.length,
        arguments -> {
          RecordInstance instance = new RecordInstance(made);
          for (int i = 0; i < places.length; i++) {
            instance.set(places[i], arguments[i]);
          }
          return instance;
        });
  }

  private static Value predicate(Value type, Value name) {
    return Primitive.of(
        text(name),
        value -> Bool.of(value instanceof RecordInstance instance && instance.type().equals(type)));
  }

  private static Value accessor(Value type, Value name, Value field) {
    RecordType wanted = type(type);
    String procedure = text(name);
    int place = place(wanted, field);
    return Primitive.of(procedure, value -> record(procedure, wanted, value).get(place));
  }

  private static Value modifier(Value type, Value name, Value field) {
    RecordType wanted = type(type);
    String procedure = text(name);
    int place = place(wanted, field);
    return Primitive.of(
        procedure,
        (value, content) -> {
          record(procedure, wanted, value).set(place, content);
          return Unspecified.INSTANCE;
        });
  }

  private static RecordInstance record(String procedure, RecordType wanted, Value value) {
    if (value instanceof RecordInstance instance && instance.type().equals(wanted)) {
      return instance;
    }
    throw Arguments.wrongType(procedure, 1, "a record of type " + wanted.name(), value);
  }

  // Whoever writes code by hand may give these procedures anything.

  private static String text(Value name) {
    return Arguments.symbol("define-record-type", 1, name).name();
  }

  private static RecordType type(Value value) {
    if (value instanceof RecordType type) {
      return type;
    }
    throw Arguments.wrongType("define-record-type", 1, "a record type", value);
  }

  private static int place(RecordType type, Value field) {
    int place = type.indexOf(Arguments.symbol("define-record-type", 3, field));
    if (place < 0) {
      throw Arguments.wrongType("define-record-type", 3, "a field of " + type.name(), field);
    }
    return place;
  }

  private static List<Symbol> symbols(Value list) {
    return Lists.elements("define-record-type", 1, list).stream()
        .map(name -> Arguments.symbol("define-record-type", 1, name))
        .toList();
  }
}
