package dev.touchstone.conformance.corpus.yaml;

import dev.touchstone.conformance.corpus.Problems;
import dev.touchstone.conformance.corpus.SourcePosition;
import dev.touchstone.conformance.corpus.Suggestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Typed access to the keys of a map. Every mistake is noted with its place, and reading goes on as
 * if the key were absent. Each key is read once at most, else its mistakes are noted twice.
 */
public final class YamlFields {
  private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,5})(ms|s|m)");

  private final YamlMap map;
  private final String what;
  private final Problems problems;

  private YamlFields(YamlMap map, String what, Problems problems) {
    this.map = map;
    this.what = what;
    this.problems = problems;
  }

  /**
   * Access to a map that may have these keys alone; others are noted at once.
   *
   * @param what what messages call the map, for example {@code a case}
   * @param keys the keys that may occur
   */
  public static YamlFields of(
      YamlMap map, String what, Collection<String> keys, Problems problems) {
    for (YamlMap.Entry entry : map.entries()) {
      String key = entry.key().text();
      if (!keys.contains(key)) {
        problems.add(
            entry.key().position(),
            "unknown key `" + key + "` in " + what + Suggestion.suffix(key, keys));
      }
    }
    return new YamlFields(map, what, problems);
  }

  /** The map itself. */
  public YamlMap map() {
    return map;
  }

  /** Whether the key occurs. */
  public boolean has(String key) {
    return map.get(key).isPresent();
  }

  /** Which of these keys occur, in their order. */
  public List<String> present(Collection<String> keys) {
    return keys.stream().filter(this::has).toList();
  }

  /** Where the value of a key starts; where the map starts if the key is absent. */
  public SourcePosition position(String key) {
    return map.get(key).map(YamlNode::position).orElse(map.position());
  }

  /** Notes a mistake in the value of a key. */
  public void problem(String key, String message) {
    problems.add(position(key), message);
  }

  /** Notes that a key is missing, if it is. */
  public void require(String... keys) {
    for (String key : keys) {
      if (!has(key)) {
        problems.add(map.position(), "missing key `" + key + "` in " + what);
      }
    }
  }

  /** The node under a key. */
  public Optional<YamlNode> node(String key) {
    return map.get(key);
  }

  /** The text under a key. */
  public Optional<YamlScalar> text(String key) {
    return node(key).flatMap(node -> asText("`" + key + "`", node));
  }

  /** The text under a key that must be there. */
  public Optional<YamlScalar> requiredText(String key) {
    require(key);
    return text(key);
  }

  /** The texts of the list under a key; none if it is absent. */
  public List<YamlScalar> texts(String key) {
    return node(key).map(node -> asTexts(key, node)).orElse(List.of());
  }

  /** The text under a key alone, or the texts of the list there; none if it is absent. */
  public List<YamlScalar> textOrTexts(String key) {
    return node(key)
        .map(node -> node instanceof YamlScalar one ? List.of(one) : asTexts(key, node))
        .orElse(List.of());
  }

  /** The map under a key. */
  public Optional<YamlMap> map(String key) {
    return node(key).flatMap(node -> asMap("`" + key + "`", node));
  }

  /** The maps of the list under a key; none if it is absent. */
  public List<YamlMap> maps(String key) {
    List<YamlMap> maps = new ArrayList<>();
    for (YamlNode item : items(key)) {
      asMap("an item of `" + key + "`", item).ifPresent(maps::add);
    }
    return maps;
  }

  /** The items of the list under a key; none if it is absent. */
  public List<YamlNode> items(String key) {
    return node(key).map(node -> asList(key, node)).orElse(List.of());
  }

  /** The entries of the map under a key whose values are texts; none if it is absent. */
  public List<Map.Entry<YamlScalar, YamlScalar>> textMap(String key) {
    List<Map.Entry<YamlScalar, YamlScalar>> entries = new ArrayList<>();
    for (YamlMap.Entry entry : map(key).map(YamlMap::entries).orElse(List.of())) {
      asText("`" + entry.key() + "`", entry.value())
          .ifPresent(value -> entries.add(Map.entry(entry.key(), value)));
    }
    return entries;
  }

  /** Whether a key is there; its value may only be {@code true}. */
  public boolean isTrue(String key) {
    Optional<YamlScalar> value = text(key);
    if (value.isPresent() && !value.get().text().equals("true")) {
      problem(key, "`" + key + "` may only be `true`; leave it out otherwise");
    }
    return value.isPresent();
  }

  /** The time under a key: a positive number, and {@code ms}, {@code s} or {@code m}. */
  public Optional<Duration> duration(String key) {
    return text(key).flatMap(this::duration);
  }

  private Optional<Duration> duration(YamlScalar text) {
    Matcher matcher = DURATION.matcher(text.text());
    if (!matcher.matches()) {
      problems.add(
          text.position(), "`" + text + "` is no time: a positive number and `ms`, `s` or `m`");
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          default -> Duration.ofMinutes(number);
        });
  }

  /** The integer under a key, within bounds, both included. */
  public OptionalLong integer(String key, long least, long most) {
    Optional<YamlScalar> value = text(key);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      long number = Long.parseLong(value.get().text());
      if (number >= least && number <= most) {
        return OptionalLong.of(number);
      }
    } catch (NumberFormatException e) {
      // told below, as a number out of bounds is
    }
    String bounds = most == Long.MAX_VALUE ? "at least " + least : "from " + least + " to " + most;
    problem(key, "`" + key + "` must be an integer " + bounds + ", but is `" + value.get() + "`");
    return OptionalLong.empty();
  }

  /** Whether a text is one of the known names; notes a mistake with a suggestion if not. */
  public boolean isKnown(String kind, YamlScalar name, Set<String> known) {
    if (known.contains(name.text())) {
      return true;
    }
    problems.add(
        name.position(),
        "unknown " + kind + " `" + name + "`" + Suggestion.suffix(name.text(), known));
    return false;
  }

  private List<YamlScalar> asTexts(String key, YamlNode node) {
    List<YamlScalar> texts = new ArrayList<>();
    for (YamlNode item : asList(key, node)) {
      asText("an item of `" + key + "`", item).ifPresent(texts::add);
    }
    return texts;
  }

  private List<YamlNode> asList(String key, YamlNode node) {
    if (node instanceof YamlList list) {
      return list.items();
    }
    wrongKind("`" + key + "`", "a list", node);
    return List.of();
  }

  private Optional<YamlScalar> asText(String name, YamlNode node) {
    if (node instanceof YamlScalar scalar) {
      return Optional.of(scalar);
    }
    wrongKind(name, "a text", node);
    return Optional.empty();
  }

  private Optional<YamlMap> asMap(String name, YamlNode node) {
    if (node instanceof YamlMap found) {
      return Optional.of(found);
    }
    wrongKind(name, "a map", node);
    return Optional.empty();
  }

  private void wrongKind(String name, String wanted, YamlNode node) {
    problems.add(node.position(), name + " must be " + wanted + ", but is " + node.kind());
  }
}
