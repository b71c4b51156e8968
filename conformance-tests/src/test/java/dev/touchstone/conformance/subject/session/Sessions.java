package dev.touchstone.conformance.subject.session;

import dev.touchstone.conformance.corpus.CaseLimits;
import dev.touchstone.conformance.corpus.FeaturesLoader;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Problems;
import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.subject.ErrorPatterns;
import dev.touchstone.conformance.subject.Job;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.conformance.subject.Preamble;
import dev.touchstone.conformance.subject.SessionSettings;
import dev.touchstone.conformance.subject.SubjectDescription;
import dev.touchstone.conformance.subject.SubjectDescription.RunLimits;
import dev.touchstone.conformance.subject.process.ProcFs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Sessions for tests; their processes carry a mark. */
final class Sessions {
  private static final Path HERE = Path.of("").toAbsolutePath();
  private static final String MARK = "HOSTILE_TEST";

  private final String mark = UUID.randomUUID().toString();

  /** A subject of {@link HostileSession} that goes one of its ways. */
  SessionSubject hostile(String way, String isolation, Path directory) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(
            java,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx700m",
            "-cp",
            classes(),
            HostileSession.class.getName(),
            way,
            isolation,
            directory.toString());
    Duration start = way.equals("slow-hello") ? Duration.ofSeconds(1) : Duration.ofSeconds(20);
    return open(command, 4, start);
  }

  private static String classes() {
    return Path.of(
            java.net.URI.create(
                HostileSession.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toString()))
        .toString();
  }

  /** A subject of that command, in JSON lines. */
  SessionSubject open(List<String> command, int workers, Duration start) {
    SubjectDescription description =
        new SubjectDescription(
            "hostile",
            SubjectDescription.Mode.SESSION,
            command,
            HERE,
            Optional.empty(),
            Map.of(MARK, mark),
            new Preamble("", ""),
            Optional.empty(),
            "",
            ErrorPatterns.NONE,
            false,
            Set.of(),
            Map.of(),
            new RunLimits(Duration.ofMillis(1500), 100_000, OptionalLong.of(350_000_000), start),
            Optional.of(
                new SessionSettings(
                    Lines.JSON, OptionalInt.of(workers), OptionalInt.empty(), false, false)));
    return SessionSubject.open(description, language());
  }

  /** The processes that are left of all that were started here. */
  List<Long> leftovers() {
    return ProcFs.withEnvironment(MARK + "=" + mark).stream()
        .filter(pid -> !ProcFs.isZombie(pid))
        .toList();
  }

  static Job job(String program) {
    return new Job(
        "test",
        new Program.Scheme(program, Map.of()),
        Optional.empty(),
        List.of(),
        Map.of(),
        CaseLimits.NONE,
        false);
  }

  static Outcome completed(String value) {
    return new Outcome.Completed(List.of(value), true);
  }

  /** The shipped features; what they say of clauses is not looked at. */
  static Language language() {
    try (InputStream stream =
        Sessions.class.getResourceAsStream("/touchstone/spec/features.yaml")) {
      FeaturesLoader loader = new FeaturesLoader(new Problems());
      loader.read("features.yaml", Objects.requireNonNull(stream).readAllBytes());
      return loader.language(Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
