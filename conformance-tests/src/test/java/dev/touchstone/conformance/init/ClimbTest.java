package dev.touchstone.conformance.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.CorpusLoader;
import dev.touchstone.conformance.subject.Job;
import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.conformance.subject.Subject;
import dev.touchstone.conformance.subject.SubjectProfile;
import dev.touchstone.conformance.subject.Subjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cases that a climb tries are run as a real run does. */
class ClimbTest {
  private static final String CASES =
      """
      chapter: cases-and-verdicts
      cases:
        - id: about-its-text
          clauses: [CASE-3]
          text: exact
          program: (cadr '(1 2))
          expect: { value: "2" }
        - id: about-its-value
          clauses: [CASE-3]
          program: (cadr '(1 2))
          expect: { value: "2" }
        - id: about-its-space
          clauses: [CASE-16]
          essential: [space]
          vary: { N: [100, 1000] }
          program: "(if (= N 0) 'ok 'ok)"
          expect: { value: ok, space: { frames: constant } }
      """;

  @TempDir private Path directory = Path.of("");

  private Corpus corpus() throws IOException {
    Path file = directory.resolve("mine/own/one.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, CASES);
    return CorpusLoader.load(List.of(directory.resolve("mine")), true);
  }

  /** Everything that did not pass. */
  private static List<String> failing(Corpus corpus, Subject subject) throws InterruptedException {
    Map<String, String> answers = Map.of("int-model", "bignum", "truth", "only-false");
    return new Climb(corpus, subject, answers, 10)
        .climb(step -> {}).stream().flatMap(step -> step.failing().stream()).toList();
  }

  /** The dialect's word does not exist, so whatever it writes anew fails. */
  @Test
  void aCaseAboutItsTextIsNotRunInOtherWords() throws InterruptedException, IOException {
    Files.writeString(
        directory.resolve("other.yaml"), "name: other\ntitle: Other\nrename: { cadr: second }\n");
    String yaml = "name: reference\nmode: in-process\ndialect: other.yaml\nrungs: [base, arith]\n";
    Corpus corpus = corpus();
    try (Subject subject =
        Subjects.open(
            Subjects.read("subject.yaml", yaml, directory, corpus.language()), corpus.language())) {
      assertThat(failing(corpus, subject)).containsExactly("mine:own/one/about-its-value");
    }
  }

  @Test
  void theMemoryOfACaseAboutSpaceIsMeasured() throws InterruptedException, IOException {
    Corpus corpus = corpus();
    Set<String> measured = ConcurrentHashMap.newKeySet();
    try (Subject reference = Subjects.open("reference", corpus.language())) {
      assertThat(failing(corpus, new Spy(reference, measured))).isEmpty();
    }
    assertThat(measured).containsExactly("mine:own/one/about-its-space");
  }

  /** Notes the jobs of which the memory is wanted. */
  private record Spy(Subject subject, Set<String> measured) implements Subject {
    @Override
    public SubjectProfile profile() {
      return subject.profile();
    }

    @Override
    public Observation run(Job job) throws InterruptedException {
      if (job.measureMemory()) {
        measured.add(job.id());
      }
      return subject.run(job);
    }

    @Override
    public void close() {}
  }
}
