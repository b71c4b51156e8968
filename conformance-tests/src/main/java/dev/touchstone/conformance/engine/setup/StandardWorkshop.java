package dev.touchstone.conformance.engine.setup;

import dev.touchstone.conformance.corpus.CorpusLoader;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.SourcePosition;
import dev.touchstone.conformance.subject.Subject;
import dev.touchstone.conformance.subject.Subjects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The shipped corpus and subjects, read from a checkout or else from the class path. */
public final class StandardWorkshop implements Workshop {
  /** The system property that names the top of the checkout. */
  public static final String HOME = "touchstone.home";

  private final Optional<Path> home;

  /** On the checkout that {@code touchstone.home} names, or else the one around this directory. */
  public StandardWorkshop() {
    this(
        Optional.ofNullable(System.getProperty(HOME))
            .map(Path::of)
            .or(() -> checkoutAround(Path.of("").toAbsolutePath())));
  }

  /** On that checkout. */
  public StandardWorkshop(Optional<Path> home) {
    this.home = home.map(path -> path.toAbsolutePath().normalize());
  }

  private static Optional<Path> checkoutAround(Path directory) {
    for (Path at = directory; at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("test-cases"))
          && Files.isRegularFile(at.resolve("spec/features.yaml"))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  @Override
  public LocatedCorpus corpus(Settings settings) {
    List<Path> extra = settings.corpora().stream().map(Path::of).toList();
    boolean only = settings.corpusOnly();
    return new LocatedCorpus(
        home.map(top -> CorpusLoader.loadCheckout(top, extra, only))
            .orElseGet(() -> CorpusLoader.load(extra, only)),
        this::path);
  }

  /** Positions are relative to the checkout, in private corpora to the current directory. */
  @Override
  public Optional<Path> path(SourcePosition position) {
    return Stream.concat(home.stream(), Stream.of(Path.of("").toAbsolutePath()))
        .map(root -> root.resolve(position.file()).normalize())
        .filter(Files::isRegularFile)
        .findFirst();
  }

  @Override
  public List<String> subjects() {
    return Subjects.SHIPPED;
  }

  @Override
  public Subject subject(String name, Language language) {
    Optional<Path> checkout = home.map(top -> top.resolve("conformance-tests/subjects"));
    return Subjects.open(name, language, checkout);
  }
}
