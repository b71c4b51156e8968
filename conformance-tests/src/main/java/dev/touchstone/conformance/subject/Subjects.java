package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Problem;
import dev.touchstone.conformance.corpus.SourcePosition;
import dev.touchstone.conformance.subject.process.Workspace;
import dev.touchstone.conformance.subject.session.SessionSubject;
import dev.touchstone.vm.api.DefinitionalVm;
import dev.touchstone.vm.api.ReferenceVm;
import dev.touchstone.vm.api.Vm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
      return open(describe(path, language), language);
    }
    Optional<Workspace> unpacked = unpacked(nameOrPath);
    if (unpacked.isEmpty()) {
      return open(describe(nameOrPath, language), language);
    }
    SubjectDescription there = byPath(unpacked.get().directory().toString(), language);
    return new UnpackedSubject(open(there, language), unpacked.get());
  }

  /**
   * The files of a shipped subject in a directory of their own, which the caller closes; empty if
   * it has none beside its description.
   */
  public static Optional<Workspace> unpacked(String name) {
    Map<String, byte[]> files = ShippedSubjects.files(name);
    if (files.size() <= 1) {
      return Optional.empty();
    }
    Workspace workspace = Workspace.create();
    files.forEach(workspace::writeProgram);
    return Optional.of(workspace);
  }

  /** Opens a subject that is described. */
  public static Subject open(SubjectDescription description, Language language) {
    Subject subject = openScheme(description, language);
    return description
        .dialect()
        .<Subject>map(renderer -> new DialectSubject(subject, renderer))
        .orElse(subject);
  }

  private static Subject openScheme(SubjectDescription description, Language language) {
    return switch (description.mode()) {
      case IN_PROCESS -> inProcess(description);
      case MARKERS, LAST_LINE, REPL -> PlainSubject.open(description);
      case SESSION -> SessionSubject.open(description, language);
    };
  }

  private static boolean isPath(String nameOrPath) {
    return nameOrPath.contains("/") || nameOrPath.endsWith(".yaml");
  }

  /**
   * The description of a subject, without starting anything.
   *
   * @throws CorpusException as {@link #open(String, Language)} does
   */
  public static SubjectDescription describe(String nameOrPath, Language language) {
    return isPath(nameOrPath) ? byPath(nameOrPath, language) : byName(nameOrPath, language);
  }

  /**
   * Reads the text of a subject file that is not written yet.
   *
   * @param name what messages call it
   * @param directory where it is to lie
   * @throws CorpusException with every mistake
   */
  public static SubjectDescription read(
      String name, String yaml, Path directory, Language language) {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    return SubjectFile.read(name, bytes, directory, language);
  }

  private static Subject inProcess(SubjectDescription description) {
    Vm vm =
        switch (description.name()) {
          case "reference" -> ReferenceVm.create();
          case "definitional" -> DefinitionalVm.create();
          case String other ->
              throw reject(other, "nothing called `" + other + "` runs in process");
        };
    return new ReferenceSubject(description, vm);
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
