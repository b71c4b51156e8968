package dev.touchstone.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.reports.ResultsMerge.Part;
import dev.touchstone.reports.model.CaseReport;
import dev.touchstone.reports.model.RunReport;
import dev.touchstone.reports.model.RunReport.ClauseInfo;
import dev.touchstone.reports.model.RunReport.ShardInfo;
import dev.touchstone.reports.model.SubjectReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResultsMergeTest {
  private static final List<String> ALL = List.of("a/b/1", "a/b/2", "a/b/3", "a/b/4");

  private static RunReport report(
      String corpus, String version, long time, @Nullable ShardInfo shard, List<String> ids) {
    Map<String, ClauseInfo> clauses = new TreeMap<>();
    ids.forEach(id -> clauses.put("A-" + id.substring(4), new ClauseInfo("a", id)));
    return new RunReport(
        RunReport.SCHEMA,
        corpus,
        "2026-11-21T10:15:3" + time + "Z",
        time,
        List.of(),
        clauses,
        List.of(
            new SubjectReport(
                "toy",
                version,
                List.of("f"),
                Map.of("c", "1"),
                ids.stream().map(id -> SampleReports.withVerdict(id, "pass")).toList())),
        shard,
        Map.of("product", "1.2.3"));
  }

  private static String cases(List<String> ids) {
    return Fingerprint.of(ids.stream().map(id -> SampleReports.withVerdict(id, "pass")).toList());
  }

  private static Part shard(int index, int of, String... ids) {
    ShardInfo info = new ShardInfo(index, of, cases(ALL));
    return new Part("f" + index, report("1", "1.0", index, info, List.of(ids)));
  }

  private static void refuses(String sentence, Part... parts) {
    assertThatThrownBy(() -> ResultsMerge.merge(List.of(parts)))
        .isInstanceOf(ResultsFileException.class)
        .hasMessage(sentence);
  }

  @Test
  void shardsInAnyOrderMakeTheWhole() throws Exception {
    RunReport merged =
        ResultsMerge.merge(
            List.of(shard(2, 3, "a/b/1", "a/b/4"), shard(3, 3, "a/b/2"), shard(1, 3, "a/b/3")));
    assertThat(merged).isEqualTo(report("1", "1.0", 1, null, ALL).withMilliseconds(6));
  }

  @Test
  void aWholeRunStaysAsItIs() throws Exception {
    RunReport whole = report("1", "1.0", 3, null, ALL);
    assertThat(ResultsMerge.merge(List.of(new Part("f", whole)))).isSameAs(whole);
  }

  @Test
  void timesCanBeTakenAway() {
    RunReport one = report("1", "1.0", 3, null, ALL);
    RunReport other = report("1", "1.0", 5, null, ALL);
    assertThat(ResultsMerge.withoutTimes(one)).isEqualTo(ResultsMerge.withoutTimes(other));
    CaseReport result = ResultsMerge.withoutTimes(one).subjects().getFirst().results().getFirst();
    assertThat(result.runs()).isNotEmpty().allMatch(run -> run.milliseconds() == 0);
  }

  @Test
  void whatAreNotTheShardsOfOneRunIsRefused() {
    Part one = shard(1, 3, "a/b/1");
    Part two = shard(2, 3, "a/b/2", "a/b/3");
    refuses("The shard 2/3, 3/3 is missing.", one);
    refuses("The shard 3/3 is missing.", one, two);
    refuses("f1 and f1 are both shard 1/3.", one, one, two);
    refuses("f1 is a shard of 3, but f2 is shard 2 of 4.", one, shard(2, 4, "a/b/2"));
    refuses(
        "whole is no shard: it has all cases of its run.",
        one,
        new Part("whole", report("1", "1.0", 1, null, ALL)));
    refuses("f3 has a/b/1, which another shard has too.", one, two, shard(3, 3, "a/b/1"));
    refuses(
        "Together the shards do not have the cases of toy that were selected.",
        one,
        two,
        shard(3, 3, "a/b/5"));
  }

  @Test
  void shardsOfDifferentRunsAreRefused() {
    Part one = shard(1, 2, "a/b/1");
    ShardInfo second = new ShardInfo(2, 2, cases(ALL));
    List<String> rest = List.of("a/b/2", "a/b/3", "a/b/4");
    refuses(
        "f1 and new are of different cases (corpus 1 and 2): select the same of the same corpus.",
        one,
        new Part("new", report("2", "1.0", 1, second, rest)));
    refuses(
        "f1 and new are of different cases (corpus 1 and 1): select the same of the same corpus.",
        one,
        new Part("new", report("1", "1.0", 1, new ShardInfo(2, 2, cases(rest)), rest)));
    refuses(
        "f1 and new are of different subjects: toy 1.0 and toy 1.1 differ in version, features or"
            + " answers.",
        one,
        new Part("new", report("1", "1.1", 1, second, rest)));
  }
}
