package dev.touchstone.conformance.gate;

import dev.touchstone.conformance.corpus.Aspect;
import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.conformance.corpus.Problems;
import dev.touchstone.conformance.corpus.SourcePosition;
import dev.touchstone.conformance.corpus.Suggestion;
import dev.touchstone.conformance.corpus.yaml.YamlFields;
import dev.touchstone.conformance.corpus.yaml.YamlFile;
import dev.touchstone.conformance.corpus.yaml.YamlMap;
import dev.touchstone.conformance.corpus.yaml.YamlScalar;
import dev.touchstone.conformance.gate.Baseline.Entry;
import dev.touchstone.conformance.gate.Baseline.Known;
import dev.touchstone.reports.VerdictKind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a baseline's file (GATE-2 to GATE-4). */
public final class BaselineReader {
  /** The form that this version reads and writes. */
  static final String FORM = "1";

  private static final List<String> KEYS =
      List.of("baseline", "corpus", "subject", "version", "failures", "cases");
  private static final List<String> ENTRY_KEYS =
      List.of("id", "verdict", "differs", "reason", "link", "flaky");
  private static final Set<String> VERDICTS =
      Stream.of(VerdictKind.values())
          .filter(kind -> kind.failing() && kind != VerdictKind.NOT_RUN)
          .map(VerdictKind::id)
          .collect(Collectors.toCollection(TreeSet::new));
  private static final String HASH = "[0-9a-f]{12}( unsupported)?";

  private final Collection<String> corpusIds;
  private final Problems problems = new Problems();

  private BaselineReader(Collection<String> corpusIds) {
    this.corpusIds = corpusIds;
  }

  /**
   * The baseline in a file.
   *
   * @param file what messages call it
   * @param corpusIds the ids of the corpus, former ones included: an entry is of one of these, or
   *     of a case that the baseline itself lists
   * @throws CorpusException with every mistake in it
   */
  public static Baseline read(String file, byte[] bytes, Collection<String> corpusIds) {
    BaselineReader reader = new BaselineReader(corpusIds);
    Optional<YamlMap> root = YamlFile.read(file, bytes, reader.problems);
    Optional<Baseline> baseline = root.map(reader::baseline);
    reader.problems.throwIfAny();
    return baseline.orElseThrow();
  }

  private Baseline baseline(YamlMap root) {
    YamlFields fields = YamlFields.of(root, "a baseline", KEYS, problems);
    fields.require(KEYS.toArray(String[]::new));
    Optional<YamlScalar> form = fields.text("baseline");
    if (form.isPresent() && !form.get().text().equals(FORM)) {
      fields.problem(
          "baseline", "this version reads baselines of the form 1, not `" + form.get() + "`");
    }
    Map<String, Known> cases = cases(fields);
    return new Baseline(
        text(fields, "corpus"),
        text(fields, "subject"),
        text(fields, "version"),
        failures(fields, cases.keySet()),
        cases);
  }

  private static String text(YamlFields fields, String key) {
    return fields.text(key).map(YamlScalar::text).orElse("");
  }

  private Map<String, Known> cases(YamlFields fields) {
    Map<String, Known> cases = new LinkedHashMap<>();
    for (YamlMap.Entry file : fields.map("cases").map(YamlMap::entries).orElse(List.of())) {
      if (!(file.value() instanceof YamlMap slugs)) {
        problems.add(
            file.value().position(), "`" + file.key() + "` must be a map from slugs to hashes");
        continue;
      }
      if (slugs.entries().isEmpty()) {
        problems.add(slugs.position(), "`" + file.key() + "` has no case; leave it out");
      }
      for (YamlMap.Entry line : slugs.entries()) {
        known(line).ifPresent(known -> cases.put(file.key() + "/" + line.key(), known));
      }
    }
    return cases;
  }

  private Optional<Known> known(YamlMap.Entry line) {
    if (!(line.value() instanceof YamlScalar value) || !value.text().matches(HASH)) {
      problems.add(
          line.value().position(),
          "a case has a hash of 12 hexadecimal digits, after which `unsupported` may stand;"
              + " `--update` writes it");
      return Optional.empty();
    }
    String hash = value.text().substring(0, 12);
    return Optional.of(new Known(hash, value.text().length() > hash.length()));
  }

  private Map<String, Entry> failures(YamlFields fields, Set<String> known) {
    Map<String, Entry> failures = new LinkedHashMap<>();
    for (YamlMap map : fields.maps("failures")) {
      entry(map, known).ifPresent(entry -> addOnce(failures, entry));
    }
    return failures;
  }

  private void addOnce(Map<String, Entry> failures, Entry entry) {
    Entry first = failures.putIfAbsent(entry.id(), entry);
    if (first != null) {
      problems.add(
          entry.position(),
          "a second entry for `"
              + entry.id()
              + "`; the first is in line "
              + first.position().line());
    }
  }

  private Optional<Entry> entry(YamlMap map, Set<String> known) {
    YamlFields fields = YamlFields.of(map, "an entry", ENTRY_KEYS, problems);
    fields.require("verdict", "reason");
    Optional<YamlScalar> id = fields.requiredText("id");
    id.ifPresent(name -> checkId(name, known));
    boolean flaky = fields.isTrue("flaky");
    Optional<YamlScalar> verdict = fields.text("verdict").filter(each -> checkVerdict(each, flaky));
    List<String> differs = differs(fields);
    String reason = text(fields, "reason");
    String link = text(fields, "link");
    if (id.isEmpty() || verdict.isEmpty()) {
      return Optional.empty();
    }
    Kind kind = new Kind(VerdictKind.of(verdict.get().text()), differs);
    if (!differs.isEmpty() && kind.verdict() != VerdictKind.FAIL) {
      fields.problem("differs", "`differs` belongs to the verdict `fail`");
    }
    SourcePosition at = id.get().position();
    return Optional.of(new Entry(id.get().text(), kind, reason, link, flaky, at));
  }

  private void checkId(YamlScalar id, Set<String> known) {
    if (!known.contains(id.text()) && !corpusIds.contains(id.text())) {
      Set<String> all = new TreeSet<>(corpusIds);
      all.addAll(known);
      problems.add(
          id.position(), "there is no case `" + id + "`" + Suggestion.suffix(id.text(), all));
    }
  }

  /** A case that does not apply is told by the list of cases, unless it applies at times. */
  private boolean checkVerdict(YamlScalar verdict, boolean flaky) {
    if (VERDICTS.contains(verdict.text()) || (flaky && verdict.text().equals("unsupported"))) {
      return true;
    }
    problems.add(
        verdict.position(),
        "the verdict of an entry is one of "
            + String.join(", ", VERDICTS)
            + ", but not `"
            + verdict
            + "`"
            + Suggestion.suffix(verdict.text(), VERDICTS));
    return false;
  }

  private List<String> differs(YamlFields fields) {
    List<YamlScalar> parts = fields.textOrTexts("differs");
    for (YamlScalar part : parts) {
      String aspect = part.text().replaceFirst("\\..*", "");
      if (!aspect.equals("end") && !Aspect.kinds().contains(aspect)) {
        problems.add(
            part.position(),
            "there is no aspect `" + part + "`" + Suggestion.suffix(aspect, Aspect.kinds()));
      }
    }
    return parts.stream().map(YamlScalar::text).toList();
  }
}
