package dev.touchstone.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.touchstone.conformance.engine.setup.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.testkit.engine.EngineDiscoveryResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class DiscoveryTest {
  @TempDir private Path directory = Path.of("");

  private ToyWorkshop toys = new ToyWorkshop();

  @BeforeEach
  void layOutTheCorpus() throws IOException {
    toys =
        new ToyWorkshop(directory)
            .add("numbers/small/two", "2", "2", 4)
            .add("numbers/small/one", "1", "1", 9)
            .add("numbers/large/million", "1000000", "1000000", 3)
            .add("data/symbols/a", "a", "a", 3);
    for (String file : List.of("numbers/small", "numbers/large", "data/symbols")) {
      Path path = directory.resolve("test-cases/" + file + ".yaml");
      Files.createDirectories(path.getParent());
      Files.writeString(path, "");
    }
  }

  private EngineDiscoveryResults discover(DiscoverySelector... selectors) {
    return discover("reference", "", selectors);
  }

  private EngineDiscoveryResults discover(
      String subjects, String glob, DiscoverySelector... selectors) {
    return EngineTestKit.engine(new TouchstoneEngine(toys, report -> {}))
        .configurationParameter(Settings.SUBJECTS, subjects)
        .configurationParameter(Settings.FILTER_ID, glob)
        .selectors(selectors)
        .discover();
  }

  private static List<String> tests(EngineDiscoveryResults results) {
    return flatten(results.getEngineDescriptor())
        .filter(TestDescriptor::isTest)
        .map(test -> test.getUniqueId().toString().replace("[engine:touchstone]/", ""))
        .toList();
  }

  private static Stream<TestDescriptor> flatten(TestDescriptor node) {
    return Stream.concat(
        Stream.of(node), node.getChildren().stream().flatMap(DiscoveryTest::flatten));
  }

  private static final List<String> ALL =
      List.of(
          "[chapter:data]/[file:symbols]/[case:a]",
          "[chapter:numbers]/[file:large]/[case:million]",
          "[chapter:numbers]/[file:small]/[case:one]",
          "[chapter:numbers]/[file:small]/[case:two]");

  @Test
  void theEnginesOwnIdSelectsEverythingInOrder() {
    assertThat(tests(discover(selectUniqueId("[engine:touchstone]"))))
        .containsExactlyElementsOf(ALL);
  }

  @Test
  void uniqueIdsSelectChaptersFilesAndCases() {
    String numbers = "[engine:touchstone]/[chapter:numbers]";
    assertThat(tests(discover(selectUniqueId(numbers)))).hasSize(3);
    assertThat(tests(discover(selectUniqueId(numbers + "/[file:small]")))).hasSize(2);
    assertThat(tests(discover(selectUniqueId(numbers + "/[file:small]/[case:two]"))))
        .containsExactly(ALL.get(3));
    assertThat(tests(discover(selectUniqueId(numbers + "/[file:small]/[case:three]")))).isEmpty();
  }

  @Test
  void aCaseAndItsChapterTogetherAreTheWholeChapter() {
    String numbers = "[engine:touchstone]/[chapter:numbers]";
    assertThat(
            tests(
                discover(
                    selectUniqueId(numbers + "/[file:small]/[case:two]"), selectUniqueId(numbers))))
        .containsExactlyElementsOf(ALL.subList(1, 4));
  }

  @Test
  void aMarkerClassIsAContainerThatHoldsEverything() {
    TestDescriptor root = discover(selectClass(SuiteOfTests.class)).getEngineDescriptor();
    TestDescriptor suite = root.getChildren().iterator().next();
    assertThat(suite.getSource()).contains(ClassSource.from(SuiteOfTests.class));
    assertThat(suite.getLegacyReportingName()).isEqualTo(SuiteOfTests.class.getName());
    assertThat(flatten(suite).filter(TestDescriptor::isTest)).hasSize(4);
  }

  @Test
  void aPackageHoldsItsMarkerClasses() {
    assertThat(tests(discover(selectPackage(SuiteOfTests.class.getPackageName())))).hasSize(4);
    assertThat(tests(discover(selectPackage("dev.touchstone.build")))).isEmpty();
  }

  @Test
  void theUniqueIdOfACaseInAMarkerClassSelectsIt() {
    String id =
        "[engine:touchstone]/[class:" + SuiteOfTests.class.getName() + "]/" + ALL.getFirst();
    assertThat(tests(discover(selectUniqueId(id)))).hasSize(1);
  }

  @Test
  void anOrdinaryClassDoesNotEvenLoadTheCorpus() {
    toys.problem("test-cases/x.yaml", 1, "broken");
    EngineDiscoveryResults results = discover(selectClass(DiscoveryTest.class));
    assertThat(tests(results)).isEmpty();
    assertThat(results.getDiscoveryIssues()).isEmpty();
  }

  @Test
  void directoriesFilesAndLinesSelectWhatTheyHold() {
    Path numbers = directory.resolve("test-cases/numbers");
    assertThat(tests(discover(selectDirectory(directory.toFile())))).hasSize(4);
    assertThat(tests(discover(selectDirectory(numbers.toFile())))).hasSize(3);
    assertThat(tests(discover(selectFile(numbers.resolve("small.yaml").toFile())))).hasSize(2);
    assertThat(
            tests(
                discover(selectFile(numbers.resolve("small.yaml").toFile(), FilePosition.from(8)))))
        .containsExactly(ALL.get(3));
  }

  @Test
  void aClassPathResourceSelectsItsCases() {
    assertThat(tests(discover(selectClasspathResource("touchstone/test-cases/data/symbols.yaml"))))
        .containsExactly(ALL.getFirst());
  }

  @Test
  void aFileWithoutCasesIsReported() throws IOException {
    Path other = Files.writeString(directory.resolve("other.yaml"), "");
    EngineDiscoveryResults results = discover(selectFile(other.toFile()));
    assertThat(tests(results)).isEmpty();
    assertThat(results.getDiscoveryIssues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.message()).contains("other.yaml"));
  }

  @Test
  void severalSubjectsEachGetATreeInTheOrderAskedFor() {
    List<String> found =
        tests(discover("reference,guile", "", selectUniqueId("[engine:touchstone]")));
    assertThat(found).hasSize(8);
    assertThat(found.getFirst()).isEqualTo("[subject:reference]/" + ALL.getFirst());
    assertThat(found.getLast()).isEqualTo("[subject:guile]/" + ALL.getLast());
  }

  @Test
  void globsNarrowTheTree() {
    assertThat(tests(discover("reference", "*/small/*", selectUniqueId("[engine:touchstone]"))))
        .containsExactly(ALL.get(2), ALL.get(3));
  }

  @Test
  void aCaseKnowsItsLineAndItsTags() {
    TestDescriptor two =
        flatten(discover(selectUniqueId("[engine:touchstone]")).getEngineDescriptor())
            .filter(node -> node.getDisplayName().equals("numbers/small/two"))
            .findFirst()
            .orElseThrow();
    assertThat(two.getSource())
        .contains(
            FileSource.from(
                directory.resolve("test-cases/numbers/small.yaml").toFile(),
                org.junit.platform.engine.support.descriptor.FilePosition.from(4, 5)));
    assertThat(two.getTags())
        .extracting(TestTag::getName)
        .contains("rung:arith", "feature:integers", "clause:TOY-1", "chapter:numbers");
    assertThat(two.getLegacyReportingName()).isEqualTo("numbers/small/two");
  }

  @Test
  void aCorpusInAJarIsNamedByItsResource() {
    toys = new ToyWorkshop().add("data/symbols/a", "a", "a", 3);
    TestDescriptor leaf =
        flatten(discover(selectUniqueId("[engine:touchstone]")).getEngineDescriptor())
            .filter(TestDescriptor::isTest)
            .findFirst()
            .orElseThrow();
    assertThat(leaf.getSource())
        .get()
        .isInstanceOfSatisfying(
            ClasspathResourceSource.class,
            source ->
                assertThat(source.getClasspathResourceName())
                    .isEqualTo("touchstone/test-cases/data/symbols.yaml"));
  }

  @Test
  void aBrokenCorpusIsReportedWithAllItsPlacesAndKeepsAFailingTest() {
    toys.problem("test-cases/a.yaml", 7, "unknown key `expekt`")
        .problem("test-cases/b.yaml", 2, "no `id`");
    EngineDiscoveryResults results = discover(selectClass(SuiteOfTests.class));
    assertThat(results.getDiscoveryIssues())
        .extracting(DiscoveryIssue::message)
        .containsExactly(
            "test-cases/a.yaml:7:3: unknown key `expekt`", "test-cases/b.yaml:2:3: no `id`");
    assertThat(results.getDiscoveryIssues())
        .extracting(DiscoveryIssue::source)
        .contains(
            Optional.of(
                FileSource.from(
                    directory.resolve("test-cases/a.yaml").toFile(),
                    org.junit.platform.engine.support.descriptor.FilePosition.from(7, 3))));
    assertThat(tests(results)).hasSize(1);
  }

  @Test
  void noCaseIsAnError() {
    toys = new ToyWorkshop();
    assertThat(discover(selectClass(SuiteOfTests.class)).getDiscoveryIssues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.message()).contains("holds no case"));
  }

  @Test
  void aFilterThatLeavesNothingIsAnError() {
    EngineDiscoveryResults results =
        discover("reference", "no/such/*", selectUniqueId("[engine:touchstone]"));
    assertThat(results.getDiscoveryIssues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.message()).contains("--id no/such/*"));
  }

  @Test
  void aParameterWithoutMeaningIsRefused() {
    assertThatThrownBy(
            () ->
                EngineTestKit.engine(new TouchstoneEngine(toys, report -> {}))
                    .configurationParameter(Settings.JOBS, "many")
                    .selectors(selectClass(SuiteOfTests.class))
                    .execute())
        .hasStackTraceContaining("touchstone.jobs must be a whole number from 1, but is 'many'");
  }

  @Test
  void fewerCasesThanTheMinimumAreAnError() {
    EngineDiscoveryResults results =
        EngineTestKit.engine(new TouchstoneEngine(toys, report -> {}))
            .configurationParameter(Settings.MINIMUM, "5")
            .selectors(selectClass(SuiteOfTests.class))
            .discover();
    assertThat(results.getDiscoveryIssues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.message()).contains("4 cases", "at least 5"));
  }
}
