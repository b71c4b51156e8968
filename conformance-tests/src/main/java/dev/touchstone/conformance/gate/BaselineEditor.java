package dev.touchstone.conformance.gate;

import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.conformance.corpus.Problem;
import dev.touchstone.conformance.corpus.SourcePosition;
import dev.touchstone.conformance.corpus.yaml.YamlMap;
import dev.touchstone.conformance.corpus.yaml.YamlNode;
import dev.touchstone.conformance.gate.Baseline.Entry;
import dev.touchstone.conformance.gate.BaselineText.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Changes the text of a baseline into that of another, line by line: what need not change stays as
 * it is written, comments, order and blank lines included.
 */
public final class BaselineEditor {
  /** A value on its line, and a comment after it. */
  private static final Pattern VALUE =
      Pattern.compile(
          "(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*'|\\[[^\\]]*]|[^\"'\\[{|>#][^#]*?)(\\s+#.*|\\s*)");

  private final String file;
  private final Baseline old;
  private final Baseline target;
  private final Map<String, String> renamed;
  private final LineEdits edits;
  private final BaselineText text;

  private BaselineEditor(String file, String text, Baseline old, BaselineUpdate update) {
    this.file = file;
    this.old = old;
    this.target = update.baseline();
    this.renamed = update.renamed();
    this.edits = new LineEdits(text);
    this.text = new BaselineText(text, edits);
  }

  /** The text of a baseline that knows nothing yet. */
  public static String empty(String subject, String version, String corpus) {
    return """
    # What does not pass, and why. './touchstone gate' compares it with what is seen, and keeps it up to date by --update.
    baseline: 1
    corpus: %s
    subject: %s
    version: %s
    failures: []
    cases: {}
    """
        .formatted(quoted(corpus), quoted(subject), quoted(version));
  }

  /**
   * The new text.
   *
   * @param file what messages call it
   * @param text the text of {@code old}
   * @throws CorpusException if a line that has to change is written in a way that cannot be edited
   */
  public static String edit(String file, String text, Baseline old, BaselineUpdate update) {
    BaselineEditor editor = new BaselineEditor(file, text, old, update);
    editor.editVersions();
    editor.editFailures();
    new CaseListEditor(editor.text, editor.edits, old.cases(), update.baseline().cases()).edit();
    return editor.edits.text();
  }

  /** Whether a text, read again, says what was meant. */
  public static boolean says(Baseline read, BaselineUpdate update) {
    return read.withoutPositions().equals(update.baseline().withoutPositions());
  }

  private void editVersions() {
    if (!old.corpus().equals(target.corpus())) {
      setTop("corpus", quoted(target.corpus()));
    }
    if (!old.version().equals(target.version())) {
      setTop("version", quoted(target.version()));
    }
  }

  private void setTop(String key, String value) {
    setValue(text.line(key), (key + ": ").length(), value);
  }

  private void editFailures() {
    Map<String, Entry> added = new TreeMap<>(target.failures());
    Map<String, String> newNames = new HashMap<>(renamed);
    for (Map.Entry<String, Item> each : text.items().entrySet()) {
      String name = newNames.getOrDefault(each.getKey(), each.getKey());
      Entry entry = added.remove(name);
      if (entry == null) {
        remove(each.getValue());
      } else {
        change(each.getValue(), old.failures().get(each.getKey()), entry);
      }
    }
    added.values().forEach(this::add);
    if (old.failures().isEmpty() != target.failures().isEmpty()) {
      edits.toggleEmpty(text.line("failures"), target.failures().isEmpty(), "[]");
    }
  }

  private void remove(Item item) {
    checkBlock(item);
    for (int line = item.first(); line < item.after(); line++) {
      edits.delete(line);
    }
  }

  private void change(Item item, @Nullable Entry before, Entry after) {
    if (before == null) {
      return;
    }
    if (!before.id().equals(after.id())) {
      setKey(item, "id", after.id());
    }
    if (before.kind().verdict() != after.kind().verdict()) {
      setKey(item, "verdict", after.kind().verdict().id());
    }
    if (!before.kind().differs().equals(after.kind().differs())) {
      changeDiffers(item, after.kind());
    }
    if (!before.flaky() && after.flaky()) {
      edits.insert(item.after(), List.of(indent(item) + "flaky: true"));
    }
  }

  private void changeDiffers(Item item, Kind kind) {
    if (item.map().get("differs").isEmpty()) {
      edits.insert(lineOf(item, "verdict") + 1, List.of(indent(item) + differs(kind)));
    } else if (kind.differs().isEmpty()) {
      setKey(item, "differs", "[]");
      edits.delete(lineOf(item, "differs"));
    } else {
      setKey(item, "differs", list(kind));
    }
  }

  private void add(Entry entry) {
    int indent =
        text.items().values().stream().mapToInt(i -> edits.indent(i.first())).findFirst().orElse(2);
    List<String> lines = new ArrayList<>();
    lines.add("- id: " + entry.id());
    lines.add("  verdict: " + entry.kind().verdict().id());
    if (!entry.kind().differs().isEmpty()) {
      lines.add("  " + differs(entry.kind()));
    }
    lines.add("  reason: " + quoted(entry.reason()));
    if (entry.flaky()) {
      lines.add("  flaky: true");
    }
    edits.insert(
        placeOf(entry.id()), lines.stream().map(line -> " ".repeat(indent) + line).toList());
  }

  /** Before the first entry with a later id, and its comment; else after the last. */
  private int placeOf(String id) {
    int last = text.line("failures") + 1;
    for (Map.Entry<String, Item> each : text.items().entrySet()) {
      if (each.getKey().compareTo(id) > 0) {
        return edits.above(each.getValue().first());
      }
      last = each.getValue().after();
    }
    return last;
  }

  private void setKey(Item item, String key, String value) {
    checkBlock(item);
    YamlNode node = item.map().get(key).orElseThrow();
    int line = lineOf(item, key);
    if (node.position().line() != line) {
      throw cannotEdit(line, "`" + key + "` and its value have to stand on one line");
    }
    setValue(line, node.position().column() - 1, value);
  }

  private static int lineOf(Item item, String key) {
    return item.map().entries().stream()
        .filter(each -> each.key().text().equals(key))
        .map(YamlMap.Entry::key)
        .findFirst()
        .orElseThrow()
        .position()
        .line();
  }

  /** Replaces what stands from a column, from 0, to the end of a line or a comment. */
  private void setValue(int line, int column, String value) {
    String whole = edits.line(line);
    Matcher matcher = VALUE.matcher(whole.substring(Math.min(column, whole.length())));
    if (!matcher.matches()) {
      throw cannotEdit(line, "a key and its value have to stand alone on one line");
    }
    edits.replace(line, whole.substring(0, column) + value + matcher.group(2));
  }

  /** Each entry begins on a line with its dash, and has its keys on lines of their own. */
  private void checkBlock(Item item) {
    long keyLines =
        item.map().entries().stream().map(each -> each.key().position().line()).distinct().count();
    boolean dash = edits.line(item.first()).stripLeading().startsWith("- ");
    if (!dash || keyLines < item.map().entries().size()) {
      throw cannotEdit(item.first(), "an entry has each of its keys on a line of its own");
    }
  }

  private CorpusException cannotEdit(int line, String why) {
    return new CorpusException(
        List.of(
            new Problem(new SourcePosition(file, line, 1), "--update cannot edit this: " + why)));
  }

  private String indent(Item item) {
    return " ".repeat(item.map().position().column() - 1);
  }

  private static String differs(Kind kind) {
    return "differs: " + list(kind);
  }

  private static String list(Kind kind) {
    return "[" + String.join(", ", kind.differs()) + "]";
  }

  /** A text as YAML: plain where it can be. */
  static String quoted(String text) {
    return text.matches("[A-Za-z0-9][A-Za-z0-9._+/-]*( [A-Za-z0-9._+/-]+)*")
        ? text
        : "\""
            + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ")
            + "\"";
  }
}
