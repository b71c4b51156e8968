package dev.touchstone.reports;

import dev.touchstone.reports.model.CaseReport;
import dev.touchstone.reports.model.CaseReport.RunInfo;
import dev.touchstone.reports.model.RunReport;
import dev.touchstone.reports.model.RunReport.ClauseInfo;
import dev.touchstone.reports.model.RunReport.RungInfo;
import dev.touchstone.reports.model.SubjectReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Made-up runs for tests: of any size, with every verdict, always the same. */
public final class SampleReports {
  private static final List<String> CHAPTERS =
      List.of("pairs", "integers", "procedures", "strings", "tail-calls", "errors", "spec");
  private static final List<String> RUNGS =
      List.of("base", "arith", "functions", "data", "tail", "errors", "");
  private static final List<String> CLAIMS =
      List.of(
          "returns-the-last-value",
          "keeps-pending-temporaries-across-a-call",
          "mutual-recursion-runs-in-constant-space",
          "counts-digits",
          "an-argument-of-the-wrong-type-is-an-error-of-class-type");

  private SampleReports() {}

  /** A run of {@code cases} cases on subjects named {@code reference}, {@code guile}, ... */
  public static RunReport of(int cases, int subjects) {
    List<String> names =
        List.of("reference", "guile", "chicken", "gambit", "a-subject-with-quite-a-long-name");
    List<String> versions = List.of("0.1.0", "3.0.8", "5.3.0", "4.9.3", "");
    List<SubjectReport> all = new ArrayList<>();
    for (int s = 0; s < subjects; s++) {
      int subject = s;
      List<CaseReport> results = new ArrayList<>();
      for (int i = 0; i < cases; i++) {
        results.add(result(i, subject));
      }
      results.sort(Comparator.comparing(CaseReport::id));
      all.add(
          new SubjectReport(
              names.get(s % 5),
              versions.get(s % 5),
              List.of("integers", "define"),
              Map.of("int-model", "bignum", "checked", "yes"),
              results));
    }
    return new RunReport(
        RunReport.SCHEMA, "2026.11", "2026-11-21T10:15:30Z", 12_345, rungs(), clauses(), all);
  }

  /** A run of one case on one subject. */
  public static RunReport of(CaseReport result) {
    SubjectReport subject =
        new SubjectReport("reference", "0.1.0", List.of(), Map.of(), List.of(result));
    return new RunReport(
        RunReport.SCHEMA, "1", "2026-11-21T10:15:30Z", 7, rungs(), clauses(), List.of(subject));
  }

  /** A result with that verdict, everything else plain. */
  public static CaseReport withVerdict(String id, String verdict) {
    CaseReport plain = result(0, 0);
    return new CaseReport(
        id,
        verdict,
        "because",
        plain.rungs(),
        plain.requires(),
        plain.clauses(),
        plain.file(),
        plain.line(),
        plain.program(),
        plain.expected(),
        plain.actual(),
        plain.checked(),
        plain.unchecked(),
        plain.runs());
  }

  private static List<RungInfo> rungs() {
    return List.of(
        new RungInfo("base", "Symbols, lists, if", List.of("quote", "if")),
        new RungInfo("arith", "Integers", List.of("integers")),
        new RungInfo("functions", "Procedures and variables", List.of("lambda")),
        new RungInfo("data", "Strings, vectors, characters", List.of("strings")),
        new RungInfo("tail", "Proper tail calls", List.of("proper-tail-calls")),
        new RungInfo("core", "The rest of the core", List.of("do")),
        new RungInfo("errors", "Errors", List.of("raise")));
  }

  private static Map<String, ClauseInfo> clauses() {
    TreeMap<String, ClauseInfo> clauses = new TreeMap<>();
    for (int i = 1; i <= 12; i++) {
      String text =
          "A call in *tail position* leaves the frame stack as it was: `(f (- n 1))` in a `cond` "
              + "clause is one. See [TAIL-1](06-tail-calls.md) and "
              + "[R7RS](https://small.r7rs.org/attachment/r7rs.pdf), section 3.5.";
      clauses.put("TAIL-" + i, new ClauseInfo("tail-calls", text));
    }
    return clauses;
  }

  private static CaseReport result(int i, int subject) {
    int chapter = i % CHAPTERS.size();
    String id =
        "%s/%s/%s-%d".formatted(CHAPTERS.get(chapter), "file-" + i / 7 % 6, CLAIMS.get(i % 5), i);
    VerdictKind verdict = verdict(i, subject);
    boolean ran = verdict != VerdictKind.UNSUPPORTED && verdict != VerdictKind.NOT_RUN;
    String rung = RUNGS.get(chapter);
    return new CaseReport(
        id,
        verdict.id(),
        reason(verdict),
        rung.isEmpty() ? List.of() : List.of(rung),
        List.of("define", "if", "integers", "lambda"),
        List.of("TAIL-" + (i % 12 + 1), "GONE-" + chapter).subList(0, i % 9 == 0 ? 2 : 1),
        CHAPTERS.get(chapter) + "/file-" + i / 7 % 6 + ".yaml",
        i * 9 + 4,
        program(i),
        "value: " + i + (i % 4 == 0 ? "\noutput: \"one\\ntwo\\n\"" : ""),
        ran ? (verdict == VerdictKind.PASS ? "value: " + i : "value: #<procedure>") : "",
        verdict == VerdictKind.PASS ? List.of("value") : List.of(),
        i % 6 == 0
            ? List.of("error.phase: not reported", "space: the control grew by 3 MB")
            : List.of(),
        ran ? runs(i, subject, verdict) : List.of());
  }

  private static VerdictKind verdict(int i, int subject) {
    if (subject == 0 || i % 10 > 2) {
      return i == 34 ? VerdictKind.FAIL : VerdictKind.PASS;
    }
    List<VerdictKind> all = List.of(VerdictKind.values());
    return all.get(i / 10 % all.size());
  }

  private static String reason(VerdictKind verdict) {
    return switch (verdict) {
      case PASS -> "";
      case FAIL -> "The value is #<procedure>, and 42 was expected.";
      case CRASH -> "The process was killed by signal 11 before the end marker.";
      case TIMEOUT -> "Wall time was over after 10 s.";
      case EXHAUSTED -> "The limit `output` of 1,000,000 bytes was reached.";
      case PROTOCOL_ERROR -> "The line after the start marker is no marker.";
      case NOT_RUN -> "The subject cannot be started: no such program: guile.";
      case UNSUPPORTED -> "It lacks: let-values, string-ports.";
    };
  }

  private static List<RunInfo> runs(int i, int subject, VerdictKind verdict) {
    List<RunInfo> runs = new ArrayList<>();
    for (int n = 0; n < (i % 5 == 2 ? 2 : 1); n++) {
      runs.add(
          new RunInfo(
              i % 5 == 2 ? "N=" + (n == 0 ? 10_000 : 1_000_000) : "",
              verdict == VerdictKind.PASS ? "completed: " + i : "crashed: killed by SIGSEGV",
              i % 4 == 0 ? "one\ntwo\n" : "",
              subject == 0
                  ? List.of()
                  : List.of("guile", "-q", "--no-auto-compile", "--r7rs", "/tmp/t 1/main.scm"),
              subject == 0 ? null : verdict == VerdictKind.PASS ? 0 : 139,
              verdict == VerdictKind.PASS
                  ? ""
                  : "Backtrace:\nIn ice-9/boot-9.scm:\n  1752:10  2 (with-exception-handler _ _)\n"
                      + "ERROR: In procedure +: Wrong type argument in position 1: #<procedure f>",
              3 + i % 17));
    }
    return runs;
  }

  private static String program(int i) {
    StringBuilder program = new StringBuilder();
    program.append("(define (even2? n) (if (= n 0) #t (odd2? (- n 1))))\n");
    program.append("(define (odd2? n)\n  (if (= n 0)\n      #f\n      (even2? (- n 1))))\n");
    int lines = i % 37 == 0 ? 60 : i % 3;
    for (int line = 0; line < lines; line++) {
      program.append("(define variable-").append(line).append(" (list 'a \"b < c & d\" #\\x))\n");
    }
    if (i % 11 == 0) {
      program.append("(display \"").append("a very long line ".repeat(20)).append("\")\n");
    }
    return program.append("(even2? ").append(i).append(")\n").toString();
  }
}
