package dev.touchstone.conformance.dialect;

import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.CorpusLoader;
import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.corpus.Vary;
import dev.touchstone.vm.source.Source;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Maps and programs for tests. */
final class Maps {
  /** The shipped corpus. */
  static final Corpus CORPUS = CorpusLoader.load(List.of(), false);

  private static final Set<String> IDENTIFIERS = Dialects.identifiers(CORPUS.language());

  private Maps() {}

  /** A map with these keys besides name and title. */
  static Renderer of(String keys) {
    String file = "name: toy\ntitle: A toy\n" + keys;
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    return new Renderer(MapReader.read("toy.yaml", bytes, IDENTIFIERS), IDENTIFIERS);
  }

  static Renderer shipped(String name) {
    return Dialects.open(name, Path.of(""), CORPUS.language());
  }

  static Rendering render(Renderer renderer, String program) {
    return renderer.render(Source.of("p.scm", program));
  }

  /**
   * The text of a rendering without what prints its value; of one that is refused, the sentence.
   */
  static String text(Renderer renderer, String program) {
    return switch (render(renderer, program)) {
      case Rendering.Text text -> text.text().stripTrailing();
      case Rendering.Refused refused -> refused.sentence();
    };
  }

  /** The programs of the corpus that a map may apply to, without the few that are huge. */
  static List<String> programs() {
    return CORPUS.cases().stream()
        .filter(c -> c.program() instanceof Program.Scheme && !c.exactText())
        .map(Maps::program)
        .filter(text -> text.length() < 20_000 && !text.contains("#!fold-case"))
        .toList();
  }

  static String program(TestCase testCase) {
    return Vary.variants(testCase).getFirst().program() instanceof Program.Scheme scheme
        ? scheme.main()
        : "";
  }
}
