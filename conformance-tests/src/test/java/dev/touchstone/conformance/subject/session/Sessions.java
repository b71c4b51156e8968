package dev.touchstone.conformance.subject.session;

import dev.touchstone.conformance.corpus.FeaturesLoader;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Problems;
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
import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
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

  private static final Set<String> SLOW =
      Set.of("hangs", "answers-late", "ignores-sigterm", "cuts-its-line-and-stays", "never-reads");

  private final String mark = UUID.randomUUID().toString();

  /** A subject of {@link HostileSession} that goes one of its ways. */
  SessionSubject hostile(String way, String isolation, Path directory) {
    SessionSettings settings = settings(OptionalInt.of(4), OptionalInt.empty());
    return open(command(way, isolation, directory), settings, start(way));
  }

  /** The command of such a subject. */
  static List<String> command(String way, String isolation, Path directory) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx700m",
        "-cp",
        classes(),
        HostileSession.class.getName(),
        way,
        isolation,
        directory.toString());
  }

  /** Enough for a busy machine. */
  private static Duration start(String way) {
    return way.equals("slow-hello") ? Duration.ofSeconds(1) : Duration.ofSeconds(30);
  }

  /** Little for those that use it up, enough for a busy machine for all others. */
  private static Duration time(List<String> command) {
    return command.stream().anyMatch(SLOW::contains)
        ? Duration.ofMillis(1500)
        : Duration.ofSeconds(30);
  }

  static SessionSettings settings(OptionalInt workers, OptionalInt batch) {
    return new SessionSettings(Lines.JSON, workers, batch, false, false);
  }

  private static String classes() {
    CodeSource source = HostileSession.class.getProtectionDomain().getCodeSource();
    return Path.of(URI.create(source.getLocation().toString())).toString();
  }

  /** A subject of that command, in JSON lines. */
  SessionSubject open(List<String> command, SessionSettings settings, Duration start) {
    return SessionSubject.open(description(command, settings, start), language());
  }

  /** The description of such a subject; its file claims one feature, if its settings say so. */
  SubjectDescription description(List<String> command, SessionSettings settings, Duration start) {
    return new SubjectDescription(
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
        Set.of("quote"),
        Map.of("int-model", "none"),
        new RunLimits(time(command), 100_000, OptionalLong.of(350_000_000), start),
        Optional.of(settings),
        Optional.empty());
  }

  /** The processes that are left of all that were started here. */
  List<Long> leftovers() {
    return ProcFs.withEnvironment(MARK + "=" + mark).stream()
        .filter(pid -> !ProcFs.isZombie(pid))
        .toList();
  }

  static Job job(String program) {
    return Job.of("test", program);
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
