package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Problem;
import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.corpus.Suggestion;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.corpus.Vary;
import dev.touchstone.conformance.dialect.Dialects;
import dev.touchstone.conformance.dialect.Renderer;
import dev.touchstone.conformance.dialect.Rendering;
import dev.touchstone.conformance.engine.setup.Workshop;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows programs in another Lisp's words. */
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    description = {
      "Shows a program as a dialect map writes it for another Lisp.",
      "",
      "A program that the map cannot express is shown with the reason and the place; exit code 1."
          + " Chapter 12 of the spec says how a map is written."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./touchstone render --list                                  the maps that there are",
      "  ./touchstone render arith/division/SLUG --dialect r5rs      a case",
      "  ./touchstone render program.scm --dialect my-lisp.yaml      a file, by a map of your own",
      "  echo '(begin (display 1) 2)' | ./touchstone render - --dialect stack-vm",
      "  ./touchstone render --coverage sema                         what of the corpus a map can",
      "                                                              express, and what it lacks"
    })
final class RenderCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Workshop workshop;
  private final InputStream input;

  @Mixin private final Selection selection = new Selection();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CASE|FILE",
      description = "A case's id, a file of Scheme, or - for the standard input.")
  private @Nullable String program;

  @Option(
      names = "--dialect",
      paramLabel = "D",
      description = "A shipped map's name, or the path of a map's file.")
  private @Nullable String dialect;

  @Option(
      names = "--bare",
      description = "Leaves out what the map adds to print the value of the last expression.")
  private boolean bare;

  @Option(names = "--list", description = "Lists the shipped maps.")
  private boolean list;

  @Option(
      names = "--coverage",
      paramLabel = "D",
      description = "Counts the cases that a map can express, by rung, and the reasons why not.")
  private @Nullable String coverage;

  RenderCommand(Terminal terminal, Workshop workshop, InputStream input) {
    this.terminal = terminal;
    this.workshop = workshop;
    this.input = input;
  }

  @Override
  public Integer call() throws IOException {
    int asked = (list ? 1 : 0) + (coverage != null ? 1 : 0) + (program != null ? 1 : 0);
    if (asked != 1) {
      throw new CliException(
          ExitCode.WRONG_USE, "say one of: a case or file, --list, --coverage D.");
    }
    Corpus corpus = selection.load(workshop, terminal).corpus();
    if (list) {
      return list(corpus.language());
    }
    if (coverage != null) {
      Renderer renderer = open(coverage, corpus.language());
      Coverage.of(renderer, selection.cases(corpus), corpus.language()).print(terminal.out());
      return ExitCode.OK;
    }
    if (dialect == null) {
      throw new CliException(
          ExitCode.WRONG_USE, "--dialect is missing; there are " + Dialects.SHIPPED + ".");
    }
    return render(open(dialect, corpus.language()), corpus);
  }

  private int list(Language language) {
    for (String name : Dialects.SHIPPED) {
      String title = open(name, language).map().title();
      terminal.out().printf("%-14s %s%n", name, title);
    }
    return ExitCode.OK;
  }

  private Renderer open(String nameOrPath, Language language) {
    try {
      return Dialects.open(nameOrPath, terminal.directory(), language);
    } catch (CorpusException wrong) {
      wrong.problems().stream().map(Problem::toString).forEach(terminal.err()::println);
      throw new CliException(ExitCode.WRONG_USE, "the dialect map cannot be used.");
    }
  }

  private int render(Renderer renderer, Corpus corpus) throws IOException {
    for (Vary.Variant variant : programs(corpus)) {
      if (!variant.label().isEmpty()) {
        terminal.out().println("; " + variant.label());
      }
      for (Map.Entry<String, Rendering> text :
          renderer.render(scheme(variant), String.valueOf(program)).entrySet()) {
        if (!print(text.getKey(), text.getValue())) {
          return ExitCode.FAILURES;
        }
      }
    }
    return ExitCode.OK;
  }

  private boolean print(String path, Rendering rendering) {
    return switch (rendering) {
      case Rendering.Text text -> {
        boolean main = path.equals(program);
        terminal.out().print(main ? "" : "; ---- " + path + "\n");
        terminal.out().print(main && !bare ? text.printed() : text.text());
        yield true;
      }
      case Rendering.Refused refused -> {
        terminal.err().println(refused.excerpt());
        yield false;
      }
    };
  }

  private static Program.Scheme scheme(Vary.Variant variant) {
    if (variant.program() instanceof Program.Scheme scheme) {
      return scheme;
    }
    throw new CliException(
        ExitCode.FAILURES, "the case is written in assembly, which no map applies to.");
  }

  private List<Vary.Variant> programs(Corpus corpus) throws IOException {
    String name = String.valueOf(program);
    if (name.equals("-")) {
      return List.of(text(new String(input.readAllBytes(), StandardCharsets.UTF_8)));
    }
    Optional<TestCase> testCase =
        corpus.cases().stream()
            .filter(c -> c.id().equals(name) || c.was().contains(name))
            .findFirst();
    if (testCase.isPresent()) {
      return Vary.variants(testCase.get());
    }
    Path file = terminal.directory().resolve(name);
    if (Files.isRegularFile(file)) {
      return List.of(text(Files.readString(file)));
    }
    String near =
        Suggestion.nearest(name, corpus.cases().stream().map(TestCase::id).toList())
            .map(id -> "; did you mean '" + id + "'?")
            .orElse("; './touchstone list' shows the ids.");
    throw new CliException(ExitCode.NOTHING, "there is no case and no file '" + name + "'" + near);
  }

  private static Vary.Variant text(String text) {
    return new Vary.Variant(Map.of(), new Program.Scheme(text, Map.of()));
  }
}
