package dev.touchstone.conformance.bytecode;

import dev.touchstone.vm.api.Completion;
import dev.touchstone.vm.api.Counters;
import dev.touchstone.vm.api.Limits;
import dev.touchstone.vm.api.ReferenceVm;
import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.bytecode.verifier.Rejection;
import dev.touchstone.vm.bytecode.verifier.Rule;
import dev.touchstone.vm.bytecode.verifier.Verification;
import dev.touchstone.vm.jvm.JvmTranslator;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Changes code of the corpus at random, and has it verified: what breaks a rule must be refused
 * with a place, and what does not must run to an end that programs have. The same seed gives the
 * same mutants.
 */
final class Fuzz {
  private static final Limits LIMITS =
      Limits.GENEROUS
          .withSteps(2_000)
          .withStack(20_000, 20_000)
          .withOutput(100_000)
          .withAllocation(64L << 20)
          .withTime(Duration.ofSeconds(10));

  /** Of so many mutants one is also run translated, if it is accepted. */
  private static final int TRANSLATED = 8;

  private static final JvmTranslator AT_ONCE = new JvmTranslator(0);

  /** Larger units than that would only take time. */
  private static final int MOST_WORDS = 1_500;

  /**
   * Names that code may suddenly mean: what moves control, makes procedures, or is an instruction.
   */
  private static final List<Symbol> NAMES =
      """
      apply values call/cc call-with-values dynamic-wind with-exception-handler raise
      raise-continuable error map for-each vector-map string-map force make-promise make-parameter
      %guard %parameterize %make-forced %delay-force %make-record-type %record-constructor
      %record-predicate %record-accessor %record-modifier call-with-continuation-prompt
      abort-current-continuation call-with-composable-continuation %pop %push-wind %reinstate
      car cons + vector vector-ref list append length list->vector string-append x y f display
      """
          .lines()
          .flatMap(line -> Stream.of(line.split(" ")))
          .map(Symbol::of)
          .toList();

  private final ReferenceVm vm = ReferenceVm.create();
  private final List<Unit> units = new ArrayList<>();
  private final Map<Rule, Integer> rejected = new EnumMap<>(Rule.class);
  private final List<String> failures = new ArrayList<>();
  private int mutants;
  private int ended;
  private int raised;
  private int exhausted;
  private int translated;

  /** With the units of the whole corpus, each once. */
  Fuzz() {
    CorpusUnits.forEach(
        (id, unit) -> {
          if (codes(unit).stream().mapToInt(Code::length).sum() <= MOST_WORDS) {
            units.add(unit);
          }
        });
  }

  /** Makes and judges so many mutants. */
  Fuzz run(long seed, int count) {
    for (int i = 0; i < count; i++) {
      one(seed, i);
    }
    return this;
  }

  /** What must not be, by mutant. */
  List<String> failures() {
    return failures;
  }

  int mutants() {
    return mutants;
  }

  int accepted() {
    return ended + raised + exhausted;
  }

  /** How many mutants were refused, by rule. */
  Map<Rule, Integer> rejected() {
    return Collections.unmodifiableMap(rejected);
  }

  /** The figures, in a few lines. */
  String summary() {
    StringBuilder text = new StringBuilder();
    text.append(mutants).append(" mutants of ").append(units.size()).append(" units: ");
    text.append(mutants - accepted() - failures.size()).append(" rejected, ");
    text.append(accepted()).append(" accepted and run (").append(ended).append(" ended, ");
    text.append(raised).append(" with an error, ").append(exhausted).append(" at a limit), ");
    text.append(translated).append(" of them also translated, ");
    text.append(failures.size()).append(" faults\n");
    rejected.forEach(
        (rule, number) ->
            text.append("  ")
                .append(rule.clause())
                .append(' ')
                .append(rule.sentence())
                .append(": ")
                .append(number)
                .append('\n'));
    return text.toString();
  }

  @SuppressWarnings("IllegalCatch") // Whatever is thrown is what is looked for.
  private void one(long seed, int number) {
    Random random = new Random(seed * 1_000_003 + number);
    Unit mutant = mutant(random);
    mutants++;
    try {
      judge(mutant, number);
    } catch (Throwable fault) {
      StackTraceElement[] trace = fault.getStackTrace();
      failures.add(
          "mutant "
              + number
              + " of seed "
              + seed
              + ": "
              + fault
              + (fault.getCause() == null ? "" : ", because of " + fault.getCause())
              + (trace.length == 0 ? "" : ", at " + trace[0]));
    }
  }

  private void judge(Unit mutant, int number) {
    switch (vm.verify(mutant)) {
      case Verification.Rejected(Rejection why) -> {
        rejected.merge(why.rule(), 1, Integer::sum);
        boolean located = why.pc() >= Rejection.HEADER && !why.reason().isBlank();
        if (!located || !why.message().contains(why.rule().clause())) {
          failures.add("mutant " + number + ": a rejection without a place: " + why);
        }
      }
      case Verification.Verified _ -> run(mutant, number);
    }
  }

  /** Runs a mutant; a part of them also translated, which must make no difference. */
  private void run(Unit mutant, int number) {
    FuzzHost host = new FuzzHost(null);
    Completion completion = vm.run(mutant, LIMITS, host);
    switch (completion) {
      case Completion.Returned _, Completion.Exited _ -> ended++;
      case Completion.Raised _ -> raised++;
      case Completion.Exhausted _ -> exhausted++;
      case Completion.Rejected rejection ->
          throw new IllegalStateException("rejected at run time: " + rejection);
    }
    if (number % TRANSLATED == 0) {
      FuzzHost translating = new FuzzHost(AT_ONCE);
      Completion other = vm.run(mutant, LIMITS, translating);
      String difference = difference(seen(completion, host), seen(other, translating));
      if (!difference.isEmpty()) {
        failures.add("mutant " + number + ": translated it makes a difference: " + difference);
      }
      translated++;
    }
  }

  private static String difference(String one, String other) {
    return one.equals(other) ? "" : one + " / " + other;
  }

  /** What can be told of a run, in a line. */
  private static String seen(Completion completion, FuzzHost host) {
    String end =
        switch (completion) {
          case Completion.Returned(var values, var _, var counters) ->
              values.stream().map(Fuzz::written).toList() + " " + counted(counters);
          case Completion.Raised raised ->
              written(raised.payload()) + " " + counted(raised.counters());
          case Completion.Exhausted(var limit, var counters) -> limit + " " + counted(counters);
          default -> completion.toString();
        };
    return completion.getClass().getSimpleName() + " " + end + " " + host.output();
  }

  /** Without slots: a translated procedure drops its temporaries when it fails (MACH-25). */
  private static String counted(Counters counters) {
    return counters.steps() + " steps, " + counters.peakFrames() + " frames";
  }

  private static String written(Value value) {
    try {
      return Printer.write(value);
    } catch (SchemeError tooLong) {
      return "too long";
    }
  }

  private Unit mutant(Random random) {
    Unit unit = Draft.pick(units, random);
    List<Symbol> globals = new ArrayList<>(unit.globals());
    if (random.nextInt(8) == 0 && !globals.isEmpty()) {
      globals.set(random.nextInt(globals.size()), Draft.pick(NAMES, random));
    }
    Code main = unit.main();
    for (int left = random.nextInt(3) > 0 ? 1 : 2 + random.nextInt(2); left > 0; left--) {
      main = mutated(main, random);
    }
    return new Unit(main, globals, unit.hasValue());
  }

  private static Code mutated(Code main, Random random) {
    for (int tries = 0; tries < 100; tries++) {
      Code chosen = Draft.pick(codes(main), random);
      Draft draft = new Draft(chosen);
      if (!draft.starts().isEmpty()) {
        Mutation.any(random).apply(draft, random);
        if (!draft.isSame(new Draft(chosen))) {
          return replaced(main, chosen, draft.code());
        }
      }
    }
    return main;
  }

  private static List<Code> codes(Unit unit) {
    return codes(unit.main());
  }

  /** A code and all those nested in it, outer ones first. */
  private static List<Code> codes(Code main) {
    Set<Code> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Code> codes = new ArrayList<>(List.of(main));
    for (int i = 0; i < codes.size(); i++) {
      for (Code nested : codes.get(i).nested()) {
        if (seen.add(nested)) {
          codes.add(nested);
        }
      }
    }
    return codes;
  }

  /** A code with another in place of one of those nested in it, or of itself. */
  private static Code replaced(Code main, Code old, Code replacement) {
    IdentityHashMap<Code, Code> changed = new IdentityHashMap<>();
    changed.put(old, replacement);
    for (Code code : codes(main).reversed()) {
      if (code != old && code.nested().stream().anyMatch(changed::containsKey)) {
        Draft draft = new Draft(code);
        draft.nested.replaceAll(nested -> changed.getOrDefault(nested, nested));
        changed.put(code, draft.code());
      }
    }
    return changed.getOrDefault(main, main);
  }
}
