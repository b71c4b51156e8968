package dev.touchstone.conformance.gate;

import dev.touchstone.conformance.corpus.yaml.YamlMap;
import dev.touchstone.conformance.gate.Baseline.Known;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Changes the list of cases in the text of a baseline. */
final class CaseListEditor {
  private final BaselineText text;
  private final LineEdits edits;
  private final Map<String, Known> old;
  private final Map<String, Known> target;

  CaseListEditor(
      BaselineText text, LineEdits edits, Map<String, Known> old, Map<String, Known> target) {
    this.text = text;
    this.edits = edits;
    this.old = old;
    this.target = target;
  }

  void edit() {
    Map<String, TreeMap<String, Known>> added = new TreeMap<>();
    target.forEach(
        (id, known) -> {
          if (!old.containsKey(id)) {
            added.computeIfAbsent(file(id), file -> new TreeMap<>()).put(slug(id), known);
          }
        });
    for (YamlMap.Entry file : text.files()) {
      String name = file.key().text();
      editFile(file, Objects.requireNonNullElse(added.remove(name), new TreeMap<>()));
    }
    added.forEach(this::addFile);
    if (old.isEmpty() != target.isEmpty()) {
      edits.toggleEmpty(text.line("cases"), target.isEmpty(), "{}");
    }
  }

  private void editFile(YamlMap.Entry file, Map<String, Known> added) {
    List<YamlMap.Entry> slugs = BaselineText.slugs(file);
    boolean stays = !added.isEmpty();
    for (YamlMap.Entry slug : slugs) {
      String id = file.key() + "/" + slug.key();
      int line = slug.key().position().line();
      Known known = target.get(id);
      if (known == null) {
        edits.delete(line);
      } else if (!known.equals(old.get(id))) {
        edits.replace(
            line,
            edits.line(line).replaceFirst(": [0-9a-f]{12}( unsupported)?", ": " + value(known)));
      }
      stays |= known != null;
    }
    if (!stays) {
      edits.delete(file.key().position().line());
    }
    String indent = " ".repeat(slugs.getFirst().key().position().column() - 1);
    added.forEach(
        (slug, known) ->
            edits.insert(place(slugs, slug), List.of(indent + slug + ": " + value(known))));
  }

  private void addFile(String file, Map<String, Known> slugs) {
    int indent = text.files().isEmpty() ? 2 : text.files().getFirst().key().position().column() - 1;
    Optional<YamlMap.Entry> next =
        text.files().stream().filter(each -> each.key().text().compareTo(file) > 0).findFirst();
    int place =
        next.map(each -> edits.above(each.key().position().line()))
            .orElseGet(() -> text.contentEnd("cases"));
    edits.insert(place, List.of(" ".repeat(indent) + file + ":"));
    String blanks = " ".repeat(indent + 2);
    slugs.forEach(
        (slug, known) -> edits.insert(place, List.of(blanks + slug + ": " + value(known))));
  }

  /** Before the first line with a later slug, and its comment; else after the last. */
  private int place(List<YamlMap.Entry> slugs, String slug) {
    return slugs.stream()
        .filter(each -> each.key().text().compareTo(slug) > 0)
        .findFirst()
        .map(each -> edits.above(each.key().position().line()))
        .orElseGet(() -> slugs.getLast().key().position().line() + 1);
  }

  private static String value(Known known) {
    return known.hash() + (known.unsupported() ? " unsupported" : "");
  }

  private static String file(String id) {
    return id.substring(0, id.lastIndexOf('/'));
  }

  private static String slug(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }
}
