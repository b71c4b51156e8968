package dev.touchstone.conformance.dialect;

import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Problem;
import dev.touchstone.conformance.corpus.SourcePosition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Opens dialect maps: those that ship with Touchstone by name, any other by its file. */
public final class Dialects {
  /** The names of the maps that ship with Touchstone. */
  public static final List<String> SHIPPED =
      List.of("r5rs", "r6rs", "register-vm", "sema", "stack-vm", "vm-challenges");

  private Dialects() {}

  /**
   * Opens a map.
   *
   * @param nameOrPath a shipped name, or the path of a YAML file: whatever has a slash or ends with
   *     {@code .yaml}
   * @param directory what a relative path refers to
   * @param language the names that it may speak of
   * @throws CorpusException if there is no such map, or its file is wrong
   */
  public static Renderer open(String nameOrPath, Path directory, Language language) {
    boolean isPath = nameOrPath.contains("/") || nameOrPath.endsWith(".yaml");
    Set<String> identifiers = identifiers(language);
    DialectMap map =
        isPath ? byPath(nameOrPath, directory, identifiers) : byName(nameOrPath, identifiers);
    return new Renderer(map, identifiers);
  }

  /** All identifiers of the language. */
  static Set<String> identifiers(Language language) {
    return language.features().values().stream()
        .flatMap(feature -> feature.identifiers().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static DialectMap byPath(String given, Path directory, Set<String> identifiers) {
    try {
      return MapReader.read(given, Files.readAllBytes(directory.resolve(given)), identifiers);
    } catch (IOException e) {
      throw reject(given, "cannot be read: " + e);
    }
  }

  private static DialectMap byName(String name, Set<String> identifiers) {
    String file = name + ".yaml";
    try (InputStream stream = Dialects.class.getResourceAsStream("/touchstone/dialects/" + file)) {
      if (stream == null) {
        throw reject(
            name, "no dialect map of that name; there are " + SHIPPED + ", or give a file");
      }
      return MapReader.read(file, stream.readAllBytes(), identifiers);
    } catch (IOException e) {
      throw reject(name, "cannot be read: " + e);
    }
  }

  private static CorpusException reject(String what, String why) {
    return new CorpusException(List.of(new Problem(new SourcePosition(what, 1, 1), why)));
  }
}
