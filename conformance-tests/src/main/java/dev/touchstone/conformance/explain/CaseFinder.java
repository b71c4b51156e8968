package dev.touchstone.conformance.explain;

import dev.touchstone.conformance.corpus.Suggestion;
import dev.touchstone.conformance.corpus.TestCase;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the case that someone means: by its id, a former id, the end or any part of it if that is
 * unique, or by {@code file:line}.
 */
public final class CaseFinder {
  private static final Pattern PLACE =
      Pattern.compile("(.+\\.(?:ya?ml|md)):([0-9]{1,8})(?::[0-9]*)?");
  private static final int SHOWN = 10;

  private final List<TestCase> cases;

  /** Among these cases. */
  public CaseFinder(List<TestCase> cases) {
    this.cases = List.copyOf(cases);
  }

  /** The answer. */
  public sealed interface Found {
    /** Exactly one case is meant. */
    record One(TestCase testCase) implements Found {}

    /** None is, or several are; a sentence says so, with the ids that come near. */
    record Unclear(String sentence) implements Found {}
  }

  /** The case that is meant. */
  public Found find(String name) {
    if (name.isBlank()) {
      return new Found.Unclear("the name of a case must not be empty.");
    }
    Matcher place = PLACE.matcher(name);
    if (place.matches()) {
      return at(place.group(1), Integer.parseInt(place.group(2)));
    }
    return Stream.<Predicate<TestCase>>of(
            each -> each.id().equals(name) || each.was().contains(name),
            each -> each.id().endsWith("/" + name) || each.id().endsWith(":" + name),
            each -> each.id().contains(name))
        .map(meant -> cases.stream().filter(meant).toList())
        .filter(some -> !some.isEmpty())
        .findFirst()
        .map(some -> oneOf(name, some))
        .orElseGet(() -> none(name));
  }

  private static Found oneOf(String name, List<TestCase> some) {
    if (some.size() == 1) {
      return new Found.One(some.getFirst());
    }
    StringBuilder text = new StringBuilder("'" + name + "' is part of " + some.size() + " ids:");
    some.stream().limit(SHOWN).forEach(each -> text.append("\n  ").append(each.id()));
    if (some.size() > SHOWN) {
      text.append("\n  ...");
    }
    return new Found.Unclear(text.toString());
  }

  private Found none(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return new Found.Unclear(
        "there is no case '"
            + name
            + "'"
            + Suggestion.nearest(name, cases.stream().map(TestCase::id).toList())
                .or(
                    () ->
                        Suggestion.nearest(last, cases.stream().map(TestCase::slug).toList())
                            .flatMap(this::idOf))
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("; './touchstone list' shows the ids."));
  }

  private java.util.Optional<String> idOf(String slug) {
    return cases.stream().filter(each -> each.slug().equals(slug)).map(TestCase::id).findFirst();
  }

  /** The last case of the file that begins at or before the line. */
  private Found at(String file, int line) {
    String path = file.replace('\\', '/').replaceFirst("^\\./", "");
    List<TestCase> inFile =
        cases.stream().filter(each -> isSameFile(path, each.position().file())).toList();
    return inFile.stream()
        .filter(each -> each.position().line() <= line)
        .max(Comparator.comparingInt(each -> each.position().line()))
        .<Found>map(Found.One::new)
        .orElseGet(
            () ->
                new Found.Unclear(
                    inFile.isEmpty()
                        ? "no case stands in a file '" + file + "'."
                        : "no case of " + file + " begins at or before line " + line + "."));
  }

  private static boolean isSameFile(String asked, String known) {
    return asked.equals(known) || asked.endsWith("/" + known) || known.endsWith("/" + asked);
  }
}
