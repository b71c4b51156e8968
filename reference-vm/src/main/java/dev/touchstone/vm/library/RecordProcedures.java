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
    return new RecordType(((Symbol) name).name(), symbols(fields));
  }

  private static Value constructor(Value type, Value name, Value fields) {
    RecordType made = (RecordType) type;
    int[] places = symbols(fields).stream().mapToInt(made::indexOf).toArray();
    return Primitive.of(
        ((Symbol) name).name(),
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
        ((Symbol) name).name(),
        value -> Bool.of(value instanceof RecordInstance instance && instance.type().equals(type)));
  }

  private static Value accessor(Value type, Value name, Value field) {
    RecordType wanted = (RecordType) type;
    String procedure = ((Symbol) name).name();
    int place = wanted.indexOf((Symbol) field);
    return Primitive.of(procedure, value -> record(procedure, wanted, value).get(place));
  }

  private static Value modifier(Value type, Value name, Value field) {
    RecordType wanted = (RecordType) type;
    String procedure = ((Symbol) name).name();
    int place = wanted.indexOf((Symbol) field);
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

  private static List<Symbol> symbols(Value list) {
    return Lists.elements("define-record-type", 1, list).stream().map(Symbol.class::cast).toList();
  }
}
