package dev.touchstone.conformance.names;

import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.CorpusLoader;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.engine.execution.Bench;
import dev.touchstone.conformance.engine.execution.CaseResult;
import dev.touchstone.conformance.subject.Job;
import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.conformance.subject.Subject;
import dev.touchstone.conformance.subject.Subjects;
import dev.touchstone.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * For each name that R7RS-small exports: is it bound, does a clause speak of it, does a case show
 * that clause with it, and, if it is a procedure, does one of these cases turn red when the
 * procedure is replaced by a wrong one?
 */
public final class WrongProceduresMain {
  private final Subject reference;
  private final Bench bench;
  private final List<String> faults = new ArrayList<>();
  private int syntax;
  private int procedures;

  private WrongProceduresMain(Corpus corpus) {
    this.reference = Subjects.open("reference", corpus.language());
    this.bench = new Bench(reference);
  }

  /** Prints what is wrong and the figures; ends with 1 if anything is. */
  public static void main(String[] arguments) throws InterruptedException {
    Corpus corpus = CorpusLoader.builtIn();
    WrongProceduresMain all = new WrongProceduresMain(corpus);
    Set<String> libraries = new TreeSet<>();
    for (KnownName name : NameIndex.of(corpus)) {
      if (name.library().startsWith("(scheme ")) {
        libraries.add(name.library());
        all.examine(name);
      }
    }
    all.faults.forEach(System.out::println);
    System.out.printf(
        "%d libraries: %d words of syntax, %d procedures; %d faults%n",
        libraries.size(), all.syntax, all.procedures, all.faults.size());
    System.exit(all.faults.isEmpty() ? 0 : 1);
  }

  private void examine(KnownName name) throws InterruptedException {
    if (name.clauses().isEmpty()) {
      fault(name, "no clause of its feature speaks of it");
    }
    if (name.cases().isEmpty()) {
      fault(name, "no case shows such a clause with it");
    }
    String importOnly = "(import (only %s %s))".formatted(name.library(), name.name());
    if (!(run(importOnly) instanceof Outcome.Completed)) {
      fault(name, "is not bound in " + name.library());
    } else if (run(name.name()) instanceof Outcome.Completed) {
      procedures++;
      replace(name);
    } else {
      syntax++;
    }
  }

  private Outcome run(String program) throws InterruptedException {
    Observation seen = reference.run(Job.of("names", program));
    return seen.outcome();
  }

  private void replace(KnownName name) throws InterruptedException {
    List<TestCase> cases =
        name.cases().stream()
            .sorted(Comparator.comparingInt(each -> each.program().toString().length()))
            .toList();
    for (TestCase each : cases) {
      Optional<TestCase> mutant = WrongProcedure.in(each, name.name());
      if (mutant.isPresent() && isRed(bench.run(mutant.get())) && !isRed(bench.run(each))) {
        return;
      }
    }
    fault(name, "no case turns red when it is wrong");
  }

  private static boolean isRed(CaseResult result) {
    Verdict verdict = result.judgement().verdict();
    return verdict != Verdict.PASS && verdict != Verdict.UNSUPPORTED;
  }

  private void fault(KnownName name, String what) {
    faults.add(name.library() + " " + name.name() + ": " + what);
  }
}
