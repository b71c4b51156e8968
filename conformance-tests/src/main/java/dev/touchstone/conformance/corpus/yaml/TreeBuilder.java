package dev.touchstone.conformance.corpus.yaml;

import dev.touchstone.conformance.corpus.Problems;
import dev.touchstone.conformance.corpus.SourcePosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/** Makes a tree of a parser's events and refuses what this YAML does without. */
final class TreeBuilder {
  /** The deepest nesting of lists and maps; it bounds the recursion here. */
  static final int MAX_DEPTH = 64;

  /** Ends the reading of a file that is nested too deep. */
  static final class TooDeepException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient SourcePosition position;

    TooDeepException(SourcePosition position) {
      super("too deep", null, false, false);
      this.position = position;
    }

    SourcePosition position() {
      return position;
    }
  }

  private final YamlText text;
  private final Iterator<Event> events;
  private final Problems problems;
  private int depth;

  TreeBuilder(YamlText text, Iterator<Event> events, Problems problems) {
    this.text = text;
    this.events = events;
    this.problems = problems;
  }

  /** The root of the first document, or nothing if the file is empty. */
  Optional<YamlNode> build() {
    events.next(); // stream start
    if (!(events.next() instanceof DocumentStartEvent start)) {
      problems.add(new SourcePosition(text.file(), 1, 1), "the file is empty");
      return Optional.empty();
    }
    if (start.getVersion() != null || start.getTags() != null) {
      problems.add(position(start), "YAML directives are not used here");
    }
    YamlNode root = node(events.next(), "the file");
    events.next(); // document end
    if (events.next() instanceof DocumentStartEvent second) {
      problems.add(position(second), "a second document; a file holds one");
    }
    return Optional.of(root);
  }

  private YamlNode node(Event event, String what) {
    if (event instanceof NodeEvent n && n.getAnchor() != null) {
      boolean alias = n instanceof AliasEvent;
      problems.add(
          position(n),
          alias
              ? "the alias `*" + n.getAnchor() + "`: write the text out, aliases are not used here"
              : "the anchor `&" + n.getAnchor() + "`: anchors are not used here");
    }
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar, what);
      case SequenceStartEvent start -> list(start, what);
      case MappingStartEvent start -> map(start);
      default -> plain("", event);
    };
  }

  private YamlScalar scalar(ScalarEvent event, String what) {
    refuseTag(event, event.getTag());
    if (event.isPlain() && event.getValue().isEmpty()) {
      problems.add(position(event), emptyMessage(event, what));
    }
    YamlScalar.Style style =
        switch (event.getScalarStyle()) {
          case LITERAL -> YamlScalar.Style.LITERAL;
          case FOLDED -> YamlScalar.Style.FOLDED;
          case SINGLE_QUOTED, DOUBLE_QUOTED -> YamlScalar.Style.QUOTED;
          case PLAIN, JSON_SCALAR_STYLE -> YamlScalar.Style.PLAIN;
        };
    return new YamlScalar(event.getValue(), style, position(event), text);
  }

  private String emptyMessage(ScalarEvent event, String what) {
    SourcePosition at = position(event);
    String rest = text.from(at.line(), at.column()).strip();
    return rest.startsWith("#")
        ? what + " is empty: `" + rest + "` is a YAML comment; write \"" + rest + "\""
        : what + " is empty; an empty text is written \"\"";
  }

  private YamlScalar plain(String value, Event event) {
    return new YamlScalar(value, YamlScalar.Style.PLAIN, position(event), text);
  }

  private YamlList list(SequenceStartEvent start, String what) {
    enter(start);
    List<YamlNode> items = new ArrayList<>();
    Event event = events.next();
    while (!event.is(Event.ID.SequenceEnd)) {
      items.add(node(event, "an item of " + what));
      event = events.next();
    }
    depth--;
    return new YamlList(items, position(start));
  }

  private YamlMap map(MappingStartEvent start) {
    enter(start);
    List<YamlMap.Entry> entries = new ArrayList<>();
    Map<String, SourcePosition> seen = new HashMap<>();
    Event event = events.next();
    while (!event.is(Event.ID.MappingEnd)) {
      YamlNode key = node(event, "a key");
      YamlNode value = node(events.next(), key instanceof YamlScalar s ? "`" + s + "`" : "a value");
      if (key instanceof YamlScalar scalar) {
        addEntry(entries, seen, new YamlMap.Entry(scalar, value));
      } else {
        problems.add(key.position(), "a key must be a text, but is " + key.kind());
      }
      event = events.next();
    }
    depth--;
    return new YamlMap(entries, position(start));
  }

  private void addEntry(
      List<YamlMap.Entry> entries, Map<String, SourcePosition> seen, YamlMap.Entry entry) {
    YamlScalar key = entry.key();
    SourcePosition first = seen.putIfAbsent(key.text(), key.position());
    if (key.text().equals("<<") && key.style() == YamlScalar.Style.PLAIN) {
      problems.add(key.position(), "merge keys are not used here");
    } else if (first != null) {
      problems.add(
          key.position(), "the key `" + key + "` stands here again, first in line " + first.line());
    } else {
      entries.add(entry);
    }
  }

  private void enter(CollectionStartEvent event) {
    refuseTag(event, event.getTag());
    if (++depth > MAX_DEPTH) {
      throw new TooDeepException(position(event));
    }
  }

  private void refuseTag(Event event, @org.jspecify.annotations.Nullable String tag) {
    if (tag != null) {
      problems.add(position(event), "the tag `" + tag + "`: tags are not used here");
    }
  }

  private SourcePosition position(Event event) {
    Mark mark = event.getStartMark();
    return new SourcePosition(text.file(), mark.getLine() + 1, mark.getColumn() + 1);
  }
}
