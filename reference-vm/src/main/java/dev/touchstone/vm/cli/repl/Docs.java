package dev.touchstone.vm.cli.repl;

import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the spec says of each standard name. Read from a file that is made from the spec. */
final class Docs {
  private static final String FILE = "names.scm";

  /**
   * What is known of a name.
   *
   * @param library the library that exports it
   * @param clauses the rules that speak of it
   * @param example a short program that shows it, or null
   */
  record Doc(String name, String library, List<Clause> clauses, @Nullable Example example) {
    /** Copies the rules. */
    public Doc {
      clauses = List.copyOf(clauses);
    }
  }

  /** A rule of the spec, in Markdown. */
  record Clause(String id, String text) {}

  /** A program, and its value as it is written. */
  record Example(String program, String value) {}

  private final Map<String, Doc> docs = new LinkedHashMap<>();

  private Docs(Value file) {
    Map<String, Clause> clauses = new LinkedHashMap<>();
    List<Value> parts = list(file);
    for (Value clause : rest(parts.get(0))) {
      List<Value> fields = list(clause);
      String id = text(fields.get(0));
      clauses.put(id, new Clause(id, text(fields.get(1))));
    }
    for (Value entry : rest(parts.get(1))) {
      Doc doc = doc(list(entry), clauses);
      docs.put(doc.name(), doc);
    }
  }

  /** The file that is shipped with the VM. */
  static Docs shipped() {
    try (InputStream in = Docs.class.getResourceAsStream(FILE)) {
      byte[] bytes = Objects.requireNonNull(in, FILE).readAllBytes();
      return of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a text of that form says. */
  static Docs of(String text) {
    return new Docs(DatumReader.readDatum(text));
  }

  private static Doc doc(List<Value> fields, Map<String, Clause> clauses) {
    List<Clause> of =
        list(fields.get(2)).stream()
            .map(id -> Objects.requireNonNull(clauses.get(text(id))))
            .toList();
    Example example =
        fields.size() > 3 ? new Example(text(fields.get(3)), text(fields.get(4))) : null;
    return new Doc(text(fields.get(0)), text(fields.get(1)), of, example);
  }

  /** What is known of a name, or null if that is nothing. */
  @Nullable Doc of(Symbol name) {
    return docs.get(name.name());
  }

  /** All names of which something is known. */
  Set<String> names() {
    return docs.keySet();
  }

  private static List<Value> rest(Value list) {
    List<Value> all = list(list);
    return all.subList(1, all.size());
  }

  private static List<Value> list(Value value) {
    List<Value> items = new ArrayList<>();
    Value rest = value;
    while (rest instanceof Pair pair) {
      items.add(pair.car());
      rest = pair.cdr();
    }
    if (!(rest instanceof EmptyList)) {
      throw new IllegalArgumentException("not a list");
    }
    return items;
  }

  private static String text(Value value) {
    return switch (value) {
      case Symbol symbol -> symbol.name();
      case Str string -> string.text();
      default -> throw new IllegalArgumentException("neither a string nor a symbol");
    };
  }
}
