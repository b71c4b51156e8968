package dev.touchstone.reports;

import dev.touchstone.reports.model.CaseReport;
import dev.touchstone.reports.model.CaseReport.RunInfo;
import dev.touchstone.reports.model.RunReport;
import dev.touchstone.reports.model.RunReport.ClauseInfo;
import dev.touchstone.reports.model.RunReport.RungInfo;
import dev.touchstone.reports.model.SubjectReport;
import java.util.List;
import java.util.Map;

/** Results with the same hostile text in every field that takes text. */
public final class Hostile {
  private Hostile() {}

  /** A whole run of that text. */
  public static RunReport report(String text) {
    SubjectReport subject =
        new SubjectReport(
            text,
            text,
            List.of(text),
            Map.of(text, text),
            List.of(
                result("chapter/file/slug", "pass", text),
                result(text + "/" + text + "/" + text, "fail", text)));
    return new RunReport(
        RunReport.SCHEMA,
        text,
        text,
        1,
        List.of(new RungInfo(text, text, List.of(text)), new RungInfo(text + "2", text, List.of())),
        Map.of(text, new ClauseInfo(text, text), "X-1", new ClauseInfo("x", text)),
        List.of(subject));
  }

  /** A result of that text. */
  public static CaseReport result(String id, String verdict, String text) {
    List<String> one = List.of(text);
    RunInfo run = new RunInfo(text, text, text, one, 3, text, 12);
    return new CaseReport(
        id, verdict, text, one, one, one, text, 1, text, text, text + "!", one, one, List.of(run));
  }
}
