package dev.touchstone.conformance.engine.setup;

import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.TestCase;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which cases are wanted. An empty list restricts nothing; within a list one match suffices, and
 * all four lists and the shard must agree.
 *
 * @param chapters chapter ids; the examples of the spec's chapter belong to it too
 * @param features features that the case requires
 * @param rungs rungs that the case counts for
 * @param ids globs over the case's id, present or former: {@code *} stands for any text, slashes
 *     included, {@code ?} for one character
 * @param shard the part of all these
 */
public record CaseFilter(
    List<String> chapters,
    List<String> features,
    List<String> rungs,
    List<String> ids,
    Shard shard) {
  /** Every case. */
  public static final CaseFilter ALL = new CaseFilter(List.of(), List.of(), List.of(), List.of());

  /** A filter of all parts. */
  public CaseFilter(
      List<String> chapters, List<String> features, List<String> rungs, List<String> ids) {
    this(chapters, features, rungs, ids, Shard.ALL);
  }

  /** Copies the lists. */
  public CaseFilter {
    chapters = List.copyOf(chapters);
    features = List.copyOf(features);
    rungs = List.copyOf(rungs);
    ids = List.copyOf(ids);
  }

  /** Whether it restricts nothing. */
  public boolean isEmpty() {
    return equals(ALL);
  }

  /** The same filter of all parts. */
  public CaseFilter unsharded() {
    return new CaseFilter(chapters, features, rungs, ids, Shard.ALL);
  }

  /** Whether the case is wanted. */
  public boolean matches(TestCase testCase, Language language) {
    return shard.holds(testCase.id())
        && (chapters.isEmpty() || chaptersOf(testCase).anyMatch(chapters::contains))
        && (features.isEmpty()
            || features.stream().anyMatch(feature -> testCase.requires().contains(feature)))
        && (rungs.isEmpty()
            || Rungs.of(testCase, language).filter(rung -> rungs.contains(rung.id())).isPresent())
        && (ids.isEmpty() || ids.stream().anyMatch(glob -> idMatches(glob, testCase)));
  }

  /**
   * Whether a case of which nothing but the id is known would be wanted; what a case that is gone
   * needed, and which rung it counted for, is not known.
   *
   * @param id {@code chapter/file/slug}
   */
  public boolean wouldMatch(String id) {
    String[] parts = id.split("/", 3);
    return features.isEmpty()
        && rungs.isEmpty()
        && shard.holds(id)
        && (chapters.isEmpty()
            || (parts.length > 1 && chaptersOf(parts[0], parts[1]).anyMatch(chapters::contains)))
        && (ids.isEmpty() || ids.stream().anyMatch(glob -> pattern(glob).matcher(id).matches()));
  }

  /**
   * The chapters by which a case can be asked for: that of its id, with and without the name of a
   * private corpus, and the spec's that it is an example in.
   */
  public static Stream<String> chaptersOf(TestCase testCase) {
    return chaptersOf(testCase.chapter(), testCase.file());
  }

  private static Stream<String> chaptersOf(String chapter, String file) {
    String plain = chapter.substring(chapter.indexOf(':') + 1);
    return Stream.of(chapter, plain, plain.equals("spec") ? file : plain).distinct();
  }

  /** What it asks for, as options of the command line. */
  @Override
  public String toString() {
    return Stream.of(
            options("--chapter", chapters),
            options("--feature", features),
            options("--rung", rungs),
            options("--id", ids),
            options("--shard", shard.isAll() ? List.of() : List.of(shard.toString())))
        .flatMap(option -> option)
        .collect(Collectors.joining(" "));
  }

  private static Stream<String> options(String name, List<String> values) {
    return values.stream().map(value -> name + " " + value);
  }

  private static boolean idMatches(String glob, TestCase testCase) {
    Pattern pattern = pattern(glob);
    return Stream.concat(Stream.of(testCase.id()), testCase.was().stream())
        .anyMatch(id -> pattern.matcher(id).matches());
  }

  private static Pattern pattern(String glob) {
    String regex =
        glob.codePoints()
            .mapToObj(
                character ->
                    switch (character) {
                      case '*' -> ".*";
                      case '?' -> ".";
                      default -> Pattern.quote(Character.toString(character));
                    })
            .collect(Collectors.joining());
    return Pattern.compile(regex);
  }
}
