package dev.touchstone.reports.html;

import dev.touchstone.reports.CaseName;
import dev.touchstone.reports.model.CaseReport;
import dev.touchstone.reports.model.RunReport;
import dev.touchstone.reports.model.SubjectReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The results laid out by case and subject: a row for each id, in order, a column per subject. */
final class CaseGrid {
  private final TreeMap<String, List<@Nullable CaseReport>> rows = new TreeMap<>();

  CaseGrid(RunReport report) {
    int subjects = report.subjects().size();
    for (int column = 0; column < subjects; column++) {
      SubjectReport subject = report.subjects().get(column);
      for (CaseReport result : subject.results()) {
        rows.computeIfAbsent(
                result.id(), id -> new ArrayList<>(Collections.nCopies(subjects, null)))
            .set(column, result);
      }
    }
  }

  /** All ids, sorted. */
  List<String> ids() {
    return List.copyOf(rows.keySet());
  }

  /** The ids by chapter, both sorted. */
  Map<String, List<String>> byChapter() {
    Map<String, List<String>> chapters = new TreeMap<>();
    for (String id : rows.keySet()) {
      chapters.computeIfAbsent(CaseName.of(id).chapter(), c -> new ArrayList<>()).add(id);
    }
    return chapters;
  }

  /** The results of a case, one place for each subject, null where it has none. */
  List<@Nullable CaseReport> results(String id) {
    return Objects.requireNonNull(rows.get(id));
  }

  /** The case as the first subject that has it saw it. */
  CaseReport any(String id) {
    return results(id).stream().filter(Objects::nonNull).findFirst().orElseThrow();
  }
}
