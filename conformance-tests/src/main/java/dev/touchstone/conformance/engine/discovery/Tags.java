package dev.touchstone.conformance.engine.discovery;

import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.engine.setup.CaseFilter;
import dev.touchstone.conformance.engine.setup.Rungs;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.engine.TestTag;

/** A case's tags: {@code rung:base}, {@code feature:let}, {@code clause:TAIL-2}, its chapter. */
final class Tags {
  private Tags() {}

  static Set<TestTag> of(TestCase testCase, Language language) {
    Set<TestTag> tags = new LinkedHashSet<>();
    add(tags, "rung:", Rungs.of(testCase, language).stream().map(rung -> rung.id()));
    add(tags, "feature:", testCase.requires().stream());
    add(tags, "clause:", testCase.clauses().stream());
    add(tags, "chapter:", CaseFilter.chaptersOf(testCase));
    return tags;
  }

  private static void add(Set<TestTag> tags, String prefix, Stream<String> names) {
    names.map(name -> prefix + name).map(TestTag::create).forEach(tags::add);
  }
}
