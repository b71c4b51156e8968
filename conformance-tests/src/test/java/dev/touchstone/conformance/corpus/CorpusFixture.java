package dev.touchstone.conformance.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small checkout that a test fills with files and loads. */
final class CorpusFixture {
  static final String FEATURES =
      """
      features:
        - { id: quote, title: Quoted, identifiers: [quote], probe: "'ok" }
        - { id: booleans, title: Truth, identifiers: [not], probe: "'ok" }
        - { id: if, title: Choice, requires: [booleans], identifiers: [if], probe: "'ok" }
        - { id: pairs, title: Pairs, requires: [quote], identifiers: [cons, car, cdr, list] }
        - { id: integers, title: Integers, identifiers: [+, "-", =] }
        - { id: define, title: Definitions, identifiers: [define] }
        - { id: lambda, title: Procedures, identifiers: [lambda] }
        - { id: strings, title: Strings, identifiers: [string-length] }
        - { id: proper-tail-calls, title: Tail calls }
      capabilities:
        - { id: checked, question: Are errors signalled, answers: ["yes", "no"] }
        - { id: int-model, question: Which, answers: [bignum, checked(bits), none] }
      rungs:
        - { id: base, title: Base, features: [quote, booleans, if, pairs] }
        - { id: arith, title: Arithmetic, features: [integers] }
      """;

  static final String CHAPTER =
      """
      # Base

      **BASE-1.** The first rule.

      **BASE-2.** *(withdrawn)* It said something else.
      """;

  private final Path home;

  CorpusFixture(Path home) {
    this.home = home;
    file("spec/features.yaml", FEATURES);
    file("spec/chapters/01-base.md", CHAPTER);
    file("test-cases/corpus.yaml", "version: 1.2.3\n");
  }

  Path home() {
    return home;
  }

  CorpusFixture file(String path, String text) {
    try {
      Path file = home.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A file of cases with one case: an id, a clause, and these lines. */
  CorpusFixture oneCase(String lines) {
    return file(
        "test-cases/base/one.yaml",
        "chapter: base\ncases:\n  - id: a\n    clauses: [BASE-1]\n" + lines.indent(4));
  }

  Corpus load() {
    return load(List.of(), false);
  }

  Corpus load(List<Path> extra, boolean only) {
    return CorpusLoader.loadCheckout(home, extra, only);
  }

  /** What is wrong, each as {@code file:line:col: message}. */
  List<String> mistakes() {
    return mistakes(List.of());
  }

  List<String> mistakes(List<Path> extra) {
    try {
      load(extra, false);
      return List.of();
    } catch (CorpusException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }
}
