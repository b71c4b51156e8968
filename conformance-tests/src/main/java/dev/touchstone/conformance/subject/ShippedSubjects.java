package dev.touchstone.conformance.subject;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The subjects on the class path: each a directory with a {@code subject.yaml} in it. */
final class ShippedSubjects {
  private static final String ROOT = "touchstone/subjects/";
  private static final String LANDMARK = "subject.schema.json";

  private ShippedSubjects() {}

  /** The contents of all files of all subjects by path, as in {@code guile/subject.yaml}. */
  static Map<String, byte[]> files() {
    return files(Objects.requireNonNull(ShippedSubjects.class.getResource("/" + ROOT + LANDMARK)));
  }

  /** The same of the directory or jar in which that is the landmark. */
  static Map<String, byte[]> files(URL url) {
    try {
      if (url.openConnection() instanceof JarURLConnection connection) {
        return inJar(connection.getJarFile());
      }
      return inDirectory(Objects.requireNonNull(Path.of(URI.create(url.toString())).getParent()));
    } catch (IOException e) {
      throw new UncheckedIOException("the shipped subjects cannot be read", e);
    }
  }

  private static Map<String, byte[]> inJar(JarFile jar) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (JarEntry entry : jar.stream().filter(ShippedSubjects::isFile).toList()) {
      try (InputStream stream = jar.getInputStream(entry)) {
        files.put(entry.getName().substring(ROOT.length()), stream.readAllBytes());
      }
    }
    return files;
  }

  private static boolean isFile(JarEntry entry) {
    return entry.getName().startsWith(ROOT) && !entry.isDirectory();
  }

  private static Map<String, byte[]> inDirectory(Path root) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        files.put(name, Files.readAllBytes(file));
      }
    }
    return files;
  }

  /** The files of one subject by path, as in {@code subject.yaml}. */
  static Map<String, byte[]> files(String name) {
    String prefix = name + "/";
    return files().entrySet().stream()
        .filter(file -> file.getKey().startsWith(prefix))
        .collect(
            Collectors.toMap(
                file -> file.getKey().substring(prefix.length()), Map.Entry::getValue));
  }
}
