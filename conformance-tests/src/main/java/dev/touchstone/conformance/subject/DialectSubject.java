package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.dialect.ReadBack;
import dev.touchstone.conformance.dialect.Renderer;
import dev.touchstone.conformance.dialect.Rendering;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A subject that is given its programs in the words of another Lisp, and whose values are read back
 * from there. What the map cannot express is unsupported and does not run.
 */
record DialectSubject(Subject subject, Renderer renderer) implements Subject {
  private static final String MAIN = "main.scm";
  private static final String ABOUT_ITS_TEXT =
      "the case is about the text of its program, which the dialect map changes";

  /** One of the ways to run a job. */
  private interface Way {
    Observation run(Job job) throws InterruptedException;
  }

  @Override
  public SubjectProfile profile() {
    return subject.profile();
  }

  @Override
  public Observation run(Job job) throws InterruptedException {
    return run(job, subject::run);
  }

  @Override
  public Observation runAlone(Job job) throws InterruptedException {
    return run(job, subject::runAlone);
  }

  @Override
  public String shown(Job job) {
    if (!(job.program() instanceof Program.Scheme scheme)) {
      return subject.shown(job);
    }
    return switch (Objects.requireNonNull(renderer.render(scheme, MAIN).get(MAIN))) {
      case Rendering.Text text when job.exactText() && text.changed() -> "; " + ABOUT_ITS_TEXT;
      case Rendering.Text _ when job.exactText() -> subject.shown(job);
      case Rendering.Text text ->
          subject.shown(job.rendered(new Program.Scheme(text.text(), scheme.files()), text));
      case Rendering.Refused refused ->
          "; " + renderer.map().name() + " cannot express it: " + refused.sentence();
    };
  }

  private Observation run(Job job, Way way) throws InterruptedException {
    return switch (job.program()) {
      case Program.Assembly assembly -> way.run(job);
      case Program.Scheme scheme -> run(job, scheme, way);
    };
  }

  private Observation run(Job job, Program.Scheme scheme, Way way) throws InterruptedException {
    Map<String, Rendering> texts = renderer.render(scheme, MAIN);
    boolean changed = false;
    for (Map.Entry<String, Rendering> text : texts.entrySet()) {
      switch (text.getValue()) {
        case Rendering.Refused refused -> {
          return unsupported(where(text.getKey()) + refused.sentence());
        }
        case Rendering.Text rendered -> changed |= rendered.changed();
      }
    }
    if (!job.exactText()) {
      return rendered(job, texts, way);
    }
    return changed ? unsupported(ABOUT_ITS_TEXT) : way.run(job);
  }

  private static String where(String file) {
    return file.equals(MAIN) ? "" : file + ", ";
  }

  private Observation rendered(Job job, Map<String, Rendering> texts, Way way)
      throws InterruptedException {
    Map<String, String> files = new LinkedHashMap<>();
    texts.forEach(
        (path, rendering) -> {
          if (!path.equals(MAIN) && rendering instanceof Rendering.Text text) {
            files.put(path, text.text().substring(text.start()));
          }
        });
    if (!(texts.get(MAIN) instanceof Rendering.Text main)) {
      throw new IllegalStateException("refused programs do not come so far");
    }
    Program.Scheme program = new Program.Scheme(main.text(), files);
    boolean same = program.equals(job.program());
    return readBack(way.run(same ? job : job.rendered(program, main)), main);
  }

  private Observation readBack(Observation seen, Rendering.Text program) {
    ReadBack back = renderer.map().readBack();
    Outcome outcome = seen.outcome();
    if (outcome instanceof Outcome.Completed(List<String> written, boolean hasValue)) {
      Optional<List<String>> values = back.read(written, program.kind());
      outcome =
          values.isPresent()
              ? new Outcome.Completed(values.get(), hasValue)
              : new Outcome.Unsupported(
                  "%s writes %s, which can mean two things"
                      .formatted(renderer.map().name(), String.join(" ", written)));
    }
    return seen.with(outcome, seen.output().map(back::output));
  }

  private static Observation unsupported(String why) {
    return Observation.of(new Outcome.Unsupported(why), List.of());
  }

  @Override
  public void close() {
    subject.close();
  }
}
