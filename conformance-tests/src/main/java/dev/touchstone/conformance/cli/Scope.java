package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.engine.setup.CaseFilter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which ids of a baseline belong to what was selected, those that the corpus lacks included. */
final class Scope {
  private final Corpus corpus;
  private final CaseFilter filter;
  private final boolean privateOnly;
  private final Map<String, TestCase> cases = new HashMap<>();

  Scope(Corpus corpus, Selection selection) {
    this.corpus = corpus;
    this.filter = selection.filter();
    this.privateOnly = selection.corpusOnly();
    for (TestCase testCase : corpus.cases()) {
      formerIds(testCase).forEach(id -> cases.put(id, testCase));
    }
    corpus.cases().forEach(testCase -> cases.put(testCase.id(), testCase));
  }

  /** The ids that a case had before, each with the name of its private corpus, if it has one. */
  static Stream<String> formerIds(TestCase testCase) {
    String prefix = testCase.id().substring(0, testCase.id().indexOf(':') + 1);
    return testCase.was().stream().map(old -> prefix + old);
  }

  /** Whether an id was selected: by the case that has or had it, else by what the id says. */
  boolean holds(String id) {
    TestCase testCase = cases.get(id);
    if (testCase != null) {
      return filter.matches(testCase, corpus.language());
    }
    return (!privateOnly || id.contains(":")) && filter.wouldMatch(id);
  }

  /** Whether an id was selected, and no case of the corpus has or had it. */
  boolean lost(String id) {
    return !cases.containsKey(id) && holds(id);
  }

  /** The version of the corpus. */
  String corpusVersion() {
    return corpus.version();
  }

  /** All ids that cases have or had. */
  Set<String> ids() {
    return cases.keySet();
  }
}
