package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.conformance.corpus.Problem;
import dev.touchstone.conformance.corpus.Rung;
import dev.touchstone.conformance.corpus.Suggestion;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.engine.setup.CaseFilter;
import dev.touchstone.conformance.engine.setup.LocatedCorpus;
import dev.touchstone.conformance.engine.setup.Settings;
import dev.touchstone.conformance.engine.setup.Shard;
import dev.touchstone.conformance.engine.setup.Workshop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that select cases, the same in every command. */
final class Selection {
  @Mixin private final Corpora corpora = new Corpora();

  @Option(
      names = "--chapter",
      split = ",",
      paramLabel = "C",
      description = "Cases of this chapter, for example tail-calls.")
  private List<String> chapters = new ArrayList<>();

  @Option(
      names = "--feature",
      split = ",",
      paramLabel = "F",
      description = "Cases that need this feature, for example let-values.")
  private List<String> features = new ArrayList<>();

  @Option(
      names = "--rung",
      split = ",",
      paramLabel = "R",
      description = "Cases that count for this rung, for example arith.")
  private List<String> rungs = new ArrayList<>();

  @Option(
      names = "--id",
      split = ",",
      paramLabel = "GLOB",
      description = "Cases whose id matches: * is any text, ? one character.")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      converter = ShardConverter.class,
      description = "The I-th of N parts of the cases, for jobs that run side by side.")
  private Shard shard = Shard.ALL;

  /** Settings that ask for these cases. */
  Settings settings(List<String> subjects, int jobs, @Nullable Path report) {
    return new Settings(
        subjects,
        corpora.paths,
        corpora.only,
        filter(),
        jobs,
        Optional.ofNullable(report),
        /* minimum= */ 1);
  }

  /** The private corpora. */
  List<String> corpora() {
    return corpora.paths;
  }

  /** Whether the shipped cases are left out. */
  boolean corpusOnly() {
    return corpora.only;
  }

  /** Which cases they select. */
  CaseFilter filter() {
    return new CaseFilter(chapters, features, rungs, ids, shard);
  }

  /**
   * The corpus.
   *
   * @throws CliException code 2 with all problems, if it is broken
   */
  LocatedCorpus load(Workshop workshop, Terminal terminal) {
    return corpora.load(workshop, terminal);
  }

  /**
   * The selected cases, by id; at least one.
   *
   * @throws CliException code 3 with a suggestion, if there is none
   */
  List<TestCase> cases(Corpus corpus) {
    CaseFilter filter = filter();
    List<TestCase> selected =
        corpus.cases().stream()
            .filter(testCase -> filter.matches(testCase, corpus.language()))
            .toList();
    if (selected.isEmpty()) {
      throw new CliException(ExitCode.NOTHING, whyNothing(corpus, filter));
    }
    return selected;
  }

  private String whyNothing(Corpus corpus, CaseFilter filter) {
    if (corpus.cases().isEmpty()) {
      return "the corpus holds no case.";
    }
    if (corpus.cases().stream()
        .anyMatch(each -> filter.unsharded().matches(each, corpus.language()))) {
      return "no selected case falls into the shard " + shard + "; use fewer shards.";
    }
    return unknown("chapter", chapters, chaptersOf(corpus))
        .or(() -> unknown("feature", features, corpus.language().features().keySet()))
        .or(() -> unknown("rung", rungs, corpus.language().rungs().stream().map(Rung::id).toList()))
        .or(() -> unknownId(corpus))
        .orElse("no case matches " + filter + " together; drop one of them.");
  }

  private Optional<String> unknownId(Corpus corpus) {
    List<String> all = corpus.cases().stream().map(TestCase::id).toList();
    CaseFilter alone = new CaseFilter(List.of(), List.of(), List.of(), ids);
    if (ids.isEmpty()
        || corpus.cases().stream().anyMatch(each -> alone.matches(each, corpus.language()))) {
      return Optional.empty();
    }
    String id = ids.getFirst();
    String near =
        all.stream()
            .filter(each -> each.startsWith(id) || each.endsWith("/" + id))
            .findFirst()
            .map(each -> each.startsWith(id) ? id + "*" : each)
            .or(() -> Suggestion.nearest(id, all))
            .map(name -> "; did you mean '" + name + "'?")
            .orElse("; './touchstone list' shows the ids.");
    return Optional.of("no case has an id that matches '" + id + "'" + near);
  }

  private static Optional<String> unknown(
      String kind, List<String> asked, Collection<String> known) {
    return asked.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .map(
            name ->
                "there is no %s '%s'%s"
                    .formatted(
                        kind,
                        name,
                        Suggestion.nearest(name, known)
                            .map(near -> "; did you mean '" + near + "'?")
                            .orElse("; there are: " + String.join(", ", known) + ".")));
  }

  private static Collection<String> chaptersOf(Corpus corpus) {
    TreeSet<String> chapters = new TreeSet<>();
    corpus.cases().forEach(each -> CaseFilter.chaptersOf(each).forEach(chapters::add));
    return chapters;
  }

  /** JUnit's configuration parameters hold lists as texts with commas. */
  static void checkNoComma(String option, String path) {
    if (path.contains(",")) {
      throw new CliException(
          ExitCode.WRONG_USE, option + " " + path + ": the path must not have a comma in it.");
    }
  }

  /** Reads {@code 2/3}. */
  private static final class ShardConverter implements ITypeConverter<Shard> {
    @Override
    public Shard convert(String text) {
      try {
        return Shard.parse(text);
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException(String.valueOf(wrong.getMessage()));
      }
    }
  }

  /** The options that name corpora. */
  static final class Corpora {
    @Option(
        names = "--corpus",
        paramLabel = "DIR|JAR",
        description = "Adds the cases of a directory or jar; may be given several times.")
    private List<String> paths = new ArrayList<>();

    @Option(
        names = "--corpus-only",
        description = "Leaves out the shipped cases: only those of --corpus.")
    private boolean only;

    LocatedCorpus load(Workshop workshop, Terminal terminal) {
      if (only && paths.isEmpty()) {
        throw new CliException(ExitCode.WRONG_USE, "--corpus-only needs a --corpus.");
      }
      paths.forEach(path -> checkPath(path, terminal));
      try {
        return workshop.corpus(
            new Settings(
                List.of("reference"), paths, only, CaseFilter.ALL, 1, Optional.empty(), 1));
      } catch (CorpusException broken) {
        broken.problems().stream().map(Problem::toString).forEach(terminal.err()::println);
        int count = broken.problems().size();
        throw new CliException(
            ExitCode.WRONG_USE,
            "the corpus has " + count + (count == 1 ? " problem." : " problems."));
      }
    }

    private static void checkPath(String path, Terminal terminal) {
      checkNoComma("--corpus", path);
      if (!Files.exists(terminal.directory().resolve(path))) {
        throw new CliException(
            ExitCode.WRONG_USE, "--corpus " + path + ": there is no such directory or jar.");
      }
    }
  }
}
