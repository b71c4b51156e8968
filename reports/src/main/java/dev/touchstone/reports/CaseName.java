package dev.touchstone.reports;

/**
 * The parts of a case's id.
 *
 * @param chapter what stands before the first slash
 * @param file what stands between the first slash and the last; empty if there is one slash only
 * @param slug what stands after the last slash
 */
public record CaseName(String chapter, String file, String slug) {
  /** Splits an id. One without a slash is a slug in a chapter without name. */
  public static CaseName of(String id) {
    int first = id.indexOf('/');
    int last = id.lastIndexOf('/');
    String chapter = first < 0 ? "" : id.substring(0, first);
    String file = first == last ? "" : id.substring(first + 1, last);
    return new CaseName(chapter, file, id.substring(last + 1));
  }
}
