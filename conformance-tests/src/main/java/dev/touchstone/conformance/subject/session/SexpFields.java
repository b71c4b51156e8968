package dev.touchstone.conformance.subject.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The fields of a list: each a list of its name and items. */
record SexpFields(String type, Map<String, List<SexpItem>> fields) implements Fields {
  static SexpFields of(SexpItem.Items message) throws BadMessage {
    List<SexpItem> items = message.items();
    if (items.isEmpty() || !(items.getFirst() instanceof SexpItem.Word(String type))) {
      throw new BadMessage("it does not begin with a name");
    }
    return new SexpFields(type, map("the message", items.subList(1, items.size())));
  }

  private static Map<String, List<SexpItem>> map(String where, List<SexpItem> entries)
      throws BadMessage {
    Map<String, List<SexpItem>> map = new LinkedHashMap<>();
    for (SexpItem entry : entries) {
      if (!(entry instanceof SexpItem.Items(List<SexpItem> items)) || items.isEmpty()) {
        throw new BadMessage(
            "in " + where + " stands something that is no list of a name and items");
      }
      String name = text("a name in " + where, items.getFirst());
      if (map.put(name, items.subList(1, items.size())) != null) {
        throw new BadMessage("`" + name + "` occurs twice in " + where);
      }
    }
    return map;
  }

  private static String text(String what, SexpItem item) throws BadMessage {
    return switch (item) {
      case SexpItem.Text(String text) -> text;
      case SexpItem.Word(String text) -> text;
      case SexpItem.Items i -> throw new BadMessage("`" + what + "` must be a text");
    };
  }

  private Optional<List<SexpItem>> items(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  @Override
  public Optional<String> text(String field) throws BadMessage {
    Optional<List<String>> texts = texts(field);
    if (texts.isPresent() && texts.get().size() != 1) {
      throw new BadMessage("`" + field + "` must be one text");
    }
    return texts.map(List::getFirst);
  }

  @Override
  public Optional<List<String>> texts(String field) throws BadMessage {
    Optional<List<SexpItem>> items = items(field);
    if (items.isEmpty()) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (SexpItem item : items.get()) {
      texts.add(text(field, item));
    }
    return Optional.of(texts);
  }

  @Override
  public OptionalLong integer(String field) throws BadMessage {
    Optional<List<SexpItem>> items = items(field);
    return items.isEmpty() ? OptionalLong.empty() : OptionalLong.of(integer(field, items.get()));
  }

  private static long integer(String field, List<SexpItem> items) throws BadMessage {
    if (items.size() == 1
        && items.getFirst() instanceof SexpItem.Word(String digits)
        && digits.matches("[+-]?[0-9]{1,18}")) {
      return Long.parseLong(digits);
    }
    throw new BadMessage("`" + field + "` must be a whole number");
  }

  @Override
  public Optional<Map<String, String>> textMap(String field) throws BadMessage {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, List<SexpItem>> entry :
        map("`" + field + "`", items(field).orElse(List.of())).entrySet()) {
      if (entry.getValue().size() != 1) {
        throw new BadMessage("`" + entry.getKey() + "` must be one text");
      }
      texts.put(entry.getKey(), text(entry.getKey(), entry.getValue().getFirst()));
    }
    return items(field).map(i -> texts);
  }

  @Override
  public Optional<Map<String, Long>> integerMap(String field) throws BadMessage {
    Map<String, Long> numbers = new LinkedHashMap<>();
    for (Map.Entry<String, List<SexpItem>> entry :
        map("`" + field + "`", items(field).orElse(List.of())).entrySet()) {
      numbers.put(entry.getKey(), integer(entry.getKey(), entry.getValue()));
    }
    return items(field).map(i -> numbers);
  }
}
