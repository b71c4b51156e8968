package dev.touchstone.conformance.corpus;

import java.util.regex.Pattern;

/** The shapes of ids. */
final class Ids {
  private static final String WORDS = "[a-z0-9]+(-[a-z0-9]+)*";

  /** A slug, a directory's or a file's name, a chapter, a capability, a rung. */
  static final Pattern SLUG = Pattern.compile(WORDS);

  /** A case: {@code directory/file/slug}. */
  static final Pattern CASE = Pattern.compile(WORDS + "/" + WORDS + "/" + WORDS);

  /** A feature; {@code call/cc} has a slash. */
  static final Pattern FEATURE = Pattern.compile("[a-z0-9]+([-/][a-z0-9]+)*");

  /** A clause. */
  static final Pattern CLAUSE = Pattern.compile("[A-Z]+-[0-9]+");

  private Ids() {}

  static boolean isSlug(String text) {
    return SLUG.matcher(text).matches();
  }

  static boolean isCase(String text) {
    return CASE.matcher(text).matches();
  }

  static boolean isFeature(String text) {
    return FEATURE.matcher(text).matches();
  }

  static boolean isClause(String text) {
    return CLAUSE.matcher(text).matches();
  }
}
