package dev.touchstone.vm.serve;

import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The name of a message, or of a part of one, and its fields: {@code (name (field item ...) ...)}.
 */
record Fields(String name, Map<String, List<Value>> items) {
  /** Reads a line. */
  static Fields parse(String line) throws BadRequest {
    try {
      return of(DatumReader.readDatum(line));
    } catch (DiagnosticException unreadable) {
      throw new BadRequest(unreadable.diagnostic().message());
    }
  }

  private static Fields of(Value message) throws BadRequest {
    List<Value> parts = list(message);
    Map<String, List<Value>> items = new HashMap<>();
    for (Value part : parts.subList(1, parts.size())) {
      List<Value> field = list(part);
      if (items.putIfAbsent(name(field), field.subList(1, field.size())) != null) {
        throw new BadRequest("The field " + name(field) + " stands there twice.");
      }
    }
    return new Fields(name(parts), items);
  }

  /** The text of a field of one item, a string or a symbol. */
  Optional<String> text(String field) throws BadRequest {
    List<Value> found = items.get(field);
    if (found == null) {
      return Optional.empty();
    }
    if (found.size() == 1) {
      switch (found.getFirst()) {
        case Str text -> {
          return Optional.of(text.text());
        }
        case Symbol symbol -> {
          return Optional.of(symbol.name());
        }
        default -> {}
      }
    }
    throw new BadRequest("The field " + field + " must be one text.");
  }

  /** The texts of a field; none if it is not there. */
  List<String> texts(String field) throws BadRequest {
    List<String> texts = new ArrayList<>();
    for (Value item : items.getOrDefault(field, List.of())) {
      switch (item) {
        case Str text -> texts.add(text.text());
        case Symbol symbol -> texts.add(symbol.name());
        default -> throw new BadRequest("The field " + field + " must be texts.");
      }
    }
    return texts;
  }

  /** The text of a field that must be there. */
  String required(String field) throws BadRequest {
    return text(field)
        .orElseThrow(() -> new BadRequest("The field " + field + " of " + name + " is missing."));
  }

  /** A field that is a map of fields itself; an empty one if it is not there. */
  Fields part(String field) throws BadRequest {
    Map<String, List<Value>> inner = new HashMap<>();
    for (Value entry : items.getOrDefault(field, List.of())) {
      List<Value> pair = list(entry);
      inner.put(name(pair), pair.subList(1, pair.size()));
    }
    return new Fields(field, inner);
  }

  /** A field of one whole number from 1. */
  OptionalLong positive(String field) throws BadRequest {
    List<Value> found = items.get(field);
    if (found == null) {
      return OptionalLong.empty();
    }
    if (found.size() == 1 && found.getFirst() instanceof Fixnum number && number.value() > 0) {
      return OptionalLong.of(number.value());
    }
    throw new BadRequest("The limit " + field + " must be a whole number from 1.");
  }

  private static List<Value> list(Value value) throws BadRequest {
    List<Value> items = new ArrayList<>();
    Value rest = value;
    while (rest instanceof Pair pair) {
      items.add(pair.car());
      rest = pair.cdr();
      if (items.size() > 1_000_000) {
        throw new BadRequest("A list of the message has more than a million items, or no end.");
      }
    }
    if (rest != EmptyList.INSTANCE || items.isEmpty()) {
      throw new BadRequest("A message is a list that begins with a name.");
    }
    return items;
  }

  private static String name(List<Value> list) throws BadRequest {
    return switch (list.getFirst()) {
      case Symbol symbol -> symbol.name();
      case Str text -> text.text();
      default -> throw new BadRequest("A message is a list that begins with a name.");
    };
  }
}
