package dev.touchstone.vm.value;

import java.util.Arrays;

/** An instance of a record type. */
public final class RecordInstance extends Value {
  private final RecordType type;

  /** As many as the type has fields. */
  private final Value[] fields;

  /** A record of a type, whose fields have no specified content yet. */
  public RecordInstance(RecordType type) {
    this.type = type;
    this.fields = new Value[type.size()];
    Arrays.fill(fields, Unspecified.INSTANCE);
  }

  /** Its type. */
  public RecordType type() {
    return type;
  }

  /** The content of the field at a place from 0. */
  public Value get(int field) {
    return fields[field];
  }

  /** Replaces the content of the field at a place from 0. */
  public void set(int field, Value value) {
    fields[field] = value;
  }
}
