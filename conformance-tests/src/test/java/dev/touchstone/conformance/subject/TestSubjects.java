package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.corpus.FeaturesLoader;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Problems;
import dev.touchstone.conformance.subject.process.ProcFs;
import dev.touchstone.conformance.subject.process.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** Subjects and jobs for tests. */
final class TestSubjects {
  /** Where the fixtures lie; tests run in the module's directory. */
  static final Path FIXTURES = Path.of("src/test/subjects").toAbsolutePath();

  static final Markers HOSTILE_MARKERS =
      new Markers("mark {nonce}S", "{nonce}{form}", "{nonce}", "");

  private static final String FEATURES = "/touchstone/spec/features.yaml";

  private TestSubjects() {}

  /** The shipped features; what they say of clauses is not looked at. */
  static Language language() {
    try (InputStream stream = TestSubjects.class.getResourceAsStream(FEATURES)) {
      FeaturesLoader loader = new FeaturesLoader(new Problems());
      loader.read("features.yaml", Objects.requireNonNull(stream).readAllBytes());
      return loader.language(Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A subject by name or by the file of a fixture; the test is skipped where its program lacks. */
  static Subject open(String nameOrFixture) {
    boolean fixture = nameOrFixture.endsWith(".yaml");
    String name = fixture ? FIXTURES.resolve(nameOrFixture).toString() : nameOrFixture;
    SubjectDescription description = Subjects.describe(name, language());
    if (description.mode() != SubjectDescription.Mode.IN_PROCESS) {
      assumeProgram(description.command().getFirst());
    }
    return Subjects.open(name, language());
  }

  /** Skips the test, visibly, where a program is not installed. */
  static void assumeProgram(String program) {
    boolean found = Programs.find(program, FIXTURES, System.getenv("PATH")).isPresent();
    Assumptions.assumeTrue(found, () -> "not installed: " + program);
  }

  /** A subject of {@code hostile.py} that goes one of its ways. */
  static PlainSubject hostile(String way, Map<String, String> environment, Duration time) {
    assumeProgram("python3");
    return PlainSubject.open(
        description(List.of("python3", "{dir}/hostile.py", way, "{file}"), environment, time));
  }

  static SubjectDescription description(
      List<String> command, Map<String, String> environment, Duration time) {
    ErrorPatterns errors =
        new ErrorPatterns(
            ErrorPatterns.Stream.STDERR,
            List.of(
                new ErrorPatterns.ErrorPattern(
                    Pattern.compile("hostile error: type"),
                    dev.touchstone.vm.source.ErrorClass.TYPE,
                    Optional.empty())));
    return new SubjectDescription(
        "hostile",
        SubjectDescription.Mode.MARKERS,
        command,
        FIXTURES,
        Optional.empty(),
        environment,
        new Preamble("", ""),
        Optional.of(HOSTILE_MARKERS),
        "",
        errors,
        false,
        Set.of(),
        Map.of(),
        new SubjectDescription.RunLimits(
            time, 100_000, OptionalLong.of(200_000_000), Duration.ofSeconds(10)),
        Optional.empty(),
        Optional.empty());
  }

  /** A job of a program alone. */
  static Job job(String program) {
    return Job.of("test", program);
  }

  /** Whether a process runs whose environment holds that variable. */
  static boolean isRunning(String assignment) {
    return ProcFs.withEnvironment(assignment).stream().anyMatch(pid -> !ProcFs.isZombie(pid));
  }

  /** Whether the system shows processes in files. */
  static void assumeProcFs() {
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no /proc");
  }
}
