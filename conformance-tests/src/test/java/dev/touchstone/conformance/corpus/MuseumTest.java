package dev.touchstone.conformance.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of real bugs in {@code test-cases/MUSEUM.md} leads to cases that exist. */
class MuseumTest {
  private static final Path TABLE = Path.of("../test-cases/MUSEUM.md");
  private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\|.*\\| ([^|]+) \\|");
  private static final Pattern ID = Pattern.compile("`([^`]+)`");

  /** A row: its number, and what its last column says. */
  private record Row(int number, String cases) {
    List<String> ids() {
      return ID.matcher(cases).results().map(id -> id.group(1)).toList();
    }
  }

  @Test
  void everyRowIsThereOnce() throws IOException {
    assertThat(rows())
        .extracting(Row::number)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 60).boxed().toList());
  }

  @Test
  void everyNamedCaseExists() throws IOException {
    List<String> known =
        CorpusLoader.load(List.of(), false).cases().stream().map(TestCase::id).toList();
    assertThat(rows()).flatExtracting(Row::ids).isNotEmpty().isSubsetOf(known);
  }

  @Test
  void aRowNamesCasesOnceEachOrSaysWhatItWaitsFor() throws IOException {
    assertThat(rows())
        .allSatisfy(
            row -> {
              assertThat(row.ids()).doesNotHaveDuplicates();
              assertThat(row.cases())
                  .isEqualTo(row.ids().isEmpty() ? waiting(row) : spans(row.ids()));
            });
  }

  private static String waiting(Row row) {
    return row.cases().startsWith("with the ") ? row.cases() : "with the ...";
  }

  private static String spans(List<String> ids) {
    return ids.stream().map(id -> "`" + id + "`").collect(Collectors.joining(" "));
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    try (Stream<String> lines = Files.lines(TABLE)) {
      lines.map(ROW::matcher).filter(Matcher::matches).forEach(m -> rows.add(row(m)));
    }
    return rows;
  }

  private static Row row(Matcher row) {
    return new Row(Integer.parseInt(row.group(1)), row.group(2));
  }
}
