package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Problem;
import dev.touchstone.conformance.corpus.SourcePosition;
import dev.touchstone.conformance.subject.process.Workspace;
import dev.touchstone.conformance.subject.session.SessionSubject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens subjects: those that ship with Touchstone by name, any other by its file. */
public final class Subjects {
  /** The names of the subjects that ship with Touchstone, sorted. */
  public static final List<String> SHIPPED =
      ShippedSubjects.files().keySet().stream()
          .filter(path -> path.endsWith("/subject.yaml"))
          .map(path -> path.substring(0, path.length() - "/subject.yaml".length()))
          .sorted()
          .toList();

  private static final String FILE = "subject.yaml";

  private Subjects() {}

  /**
   * Opens a subject.
   *
   * @param nameOrPath a shipped name; or the path of a YAML file, or of a directory with a {@code
   *     subject.yaml} in it: whatever has a slash or ends with {@code .yaml}
   * @param language the features and capabilities that it may claim
   * @throws CorpusException if there is no such subject, or its file is wrong
   */
  public static Subject open(String nameOrPath, Language language) {
    return open(nameOrPath, language, Optional.empty());
  }

  /**
   * Opens a subject likewise.
   *
   * @param checkout where the shipped subjects lie as files; without it those that have more than
   *     their description are laid into a temporary directory, until they are closed
   */
  public static Subject open(String nameOrPath, Language language, Optional<Path> checkout) {
    Optional<Path> files = checkout.map(top -> top.resolve(nameOrPath)).filter(Files::isDirectory);
    if (isPath(nameOrPath) || files.isPresent()) {
      String path = files.map(Path::toString).orElse(nameOrPath);
      return open(nameOrPath, describe(path, language), language);
    }
    SubjectDescription description = describe(nameOrPath, language);
    Map<String, byte[]> beside = ShippedSubjects.files(nameOrPath);
    if (beside.size() == 1) {
      return open(nameOrPath, description, language);
    }
    Workspace unpacked = Workspace.create();
    beside.forEach(unpacked::writeProgram);
    SubjectDescription there = byPath(unpacked.directory().toString(), language);
    return new UnpackedSubject(open(nameOrPath, there, language), unpacked);
  }

  private static Subject open(String given, SubjectDescription description, Language language) {
    return switch (description.mode()) {
      case IN_PROCESS -> inProcess(given, description);
      case MARKERS, LAST_LINE, REPL -> PlainSubject.open(description);
      case SESSION -> SessionSubject.open(description, language);
    };
  }

  private static boolean isPath(String nameOrPath) {
    return nameOrPath.contains("/") || nameOrPath.endsWith(".yaml");
  }

  /** The description of a subject, without starting anything. */
  static SubjectDescription describe(String nameOrPath, Language language) {
    return isPath(nameOrPath) ? byPath(nameOrPath, language) : byName(nameOrPath, language);
  }

  private static Subject inProcess(String nameOrPath, SubjectDescription description) {
    if (!description.name().equals("reference")) {
      throw reject(nameOrPath, "nothing called `" + description.name() + "` runs in process");
    }
    return new ReferenceSubject(description);
  }

  private static SubjectDescription byPath(String given, Language language) {
    Path path = Path.of(given);
    Path file = Files.isDirectory(path) ? path.resolve(FILE) : path;
    Path directory = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
    try {
      return SubjectFile.read(file.toString(), Files.readAllBytes(file), directory, language);
    } catch (IOException e) {
      throw reject(given, "cannot be read: " + e);
    }
  }

  private static SubjectDescription byName(String name, Language language) {
    String resource = "/touchstone/subjects/" + name + "/" + FILE;
    try (InputStream stream = Subjects.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw reject(name, "no subject of that name; there are " + SHIPPED + ", or give a file");
      }
      Path nowhere = Path.of("").toAbsolutePath();
      return SubjectFile.read(name + "/" + FILE, stream.readAllBytes(), nowhere, language);
    } catch (IOException e) {
      throw reject(name, "cannot be read: " + e);
    }
  }

  private static CorpusException reject(String what, String why) {
    return new CorpusException(List.of(new Problem(new SourcePosition(what, 1, 1), why)));
  }
}
