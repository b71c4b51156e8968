package dev.touchstone.vm.value;

import java.util.List;

/** A type of records (R7RS 5.5). Each evaluation of a definition makes another one. */
public final class RecordType extends Value {
  private final String name;
  private final List<Symbol> fields;

  /** A new type with fields of those names, all different. */
  public RecordType(String name, List<Symbol> fields) {
    this.name = name;
    this.fields = List.copyOf(fields);
  }

  /** Its name, for messages. */
  public String name() {
    return name;
  }

  /** How many fields its records have. */
  public int size() {
    return fields.size();
  }

  /** The place of a field from 0, or -1 if it has none of that name. */
  public int indexOf(Symbol field) {
    return fields.indexOf(field);
  }
}
