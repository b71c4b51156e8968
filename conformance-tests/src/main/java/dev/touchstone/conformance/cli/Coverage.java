package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.corpus.Rung;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.corpus.Vary;
import dev.touchstone.conformance.dialect.Renderer;
import dev.touchstone.conformance.dialect.Rendering;
import dev.touchstone.conformance.engine.setup.Rungs;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much of the corpus a map can express.
 *
 * @param rungs for each rung how many cases can be expressed, and of how many
 * @param reasons why not, with how many cases each costs and one of them
 */
record Coverage(Map<String, Count> rungs, Map<String, Cost> reasons) {
  private static final int SHOWN = 40;

  /** So many of so many. */
  record Count(int expressed, int all) {
    Count with(boolean more) {
      return new Count(expressed + (more ? 1 : 0), all + 1);
    }
  }

  /** What a reason costs. */
  record Cost(int cases, String example) {}

  /** Renders each case. */
  static Coverage of(Renderer renderer, List<TestCase> cases, Language language) {
    Map<String, Count> rungs = new LinkedHashMap<>();
    language.rungs().forEach(rung -> rungs.put(rung.id(), new Count(0, 0)));
    Map<String, Cost> reasons = new LinkedHashMap<>();
    for (TestCase testCase : cases) {
      Optional<String> reason = refusal(renderer, testCase);
      reason.ifPresent(
          why ->
              reasons.merge(
                  why, new Cost(1, testCase.id()), (a, b) -> new Cost(a.cases() + 1, a.example())));
      String rung = Rungs.of(testCase, language).map(Rung::id).orElse("others");
      Count before = rungs.getOrDefault(rung, new Count(0, 0));
      rungs.put(rung, before.with(reason.isEmpty()));
    }
    return new Coverage(rungs, reasons);
  }

  private static Optional<String> refusal(Renderer renderer, TestCase testCase) {
    Program program = Vary.variants(testCase).getFirst().program();
    if (!(program instanceof Program.Scheme scheme)) {
      return Optional.of("written in assembly");
    }
    boolean changed = false;
    for (Rendering rendering : renderer.render(scheme, "main.scm").values()) {
      switch (rendering) {
        case Rendering.Refused refused -> {
          return Optional.of(refused.reason());
        }
        case Rendering.Text text -> changed |= text.changed();
      }
    }
    return testCase.exactText() && changed
        ? Optional.of("the case is about the text of its program, which the map changes")
        : Optional.empty();
  }

  /** Prints both tables. */
  void print(PrintStream out) {
    out.printf("%-12s %10s %6s%n", "Rung", "expressed", "of");
    rungs.forEach(
        (rung, count) -> {
          if (count.all() > 0) {
            out.printf("%-12s %10d %6d%n", rung, count.expressed(), count.all());
          }
        });
    int all = rungs.values().stream().mapToInt(Count::all).sum();
    int expressed = rungs.values().stream().mapToInt(Count::expressed).sum();
    out.printf("%-12s %10d %6d%n", "all", expressed, all);
    if (!reasons.isEmpty()) {
      out.printf("%n%6s  %s%n", "Cases", "what keeps them out, with an example");
      reasons.entrySet().stream()
          .sorted((a, b) -> b.getValue().cases() - a.getValue().cases())
          .limit(SHOWN)
          .forEach(
              r -> {
                Cost cost = r.getValue();
                out.printf("%6d  %s (%s)%n", cost.cases(), r.getKey(), cost.example());
              });
      if (reasons.size() > SHOWN) {
        out.printf("        ... and %d reasons more%n", reasons.size() - SHOWN);
      }
    }
  }
}
