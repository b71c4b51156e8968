package dev.touchstone.conformance.corpus;

import java.util.List;
import java.util.Optional;

/**
 * Reads the cases of one corpus, and looks at their programs. Thread-safe: each text is read by
 * itself.
 *
 * @param lintable whether the table of features could be read; without it each program would seem
 *     to be wrong
 */
record PartReader(CorpusLoader.Part part, Names names, boolean lintable) {
  /** The cases of one text, and what is wrong in it. */
  record Read(List<TestCase> cases, Problems problems) {
    /** Copies the list. */
    Read {
      cases = List.copyOf(cases);
    }
  }

  /** The cases that the examples of the spec are. */
  Read examples(List<SpecLoader.ExampleBlock> blocks) {
    Problems problems = new Problems();
    ExampleReader reader = new ExampleReader(names, problems);
    List<CaseDraft> drafts =
        blocks.stream()
            .map(block -> reader.read(block, part.prefix()))
            .flatMap(Optional::stream)
            .toList();
    return finish(drafts, problems);
  }

  /** The cases of a file. */
  Read file(String path, byte[] bytes) {
    Problems problems = new Problems();
    String group = part.prefix() + path.replaceFirst("\\.yaml$", "/");
    CaseLoader loader = new CaseLoader(names, problems);
    return finish(loader.read(part.cases().nameOf(path), group, bytes), problems);
  }

  private Read finish(List<CaseDraft> drafts, Problems problems) {
    if (!lintable) {
      return new Read(drafts.stream().map(CaseDraft::testCase).toList(), problems);
    }
    Linter linter = new Linter(names.language(), problems);
    return new Read(drafts.stream().map(linter::finish).toList(), problems);
  }
}
