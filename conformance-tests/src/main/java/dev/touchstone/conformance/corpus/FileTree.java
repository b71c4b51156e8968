package dev.touchstone.conformance.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.Enumeration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * The files of a corpus or of the spec, read whole, from a directory, a jar or the class path.
 *
 * @param label what messages put before a path
 * @param files contents by relative path, with {@code /}
 */
record FileTree(String label, SortedMap<String, byte[]> files) {
  private static final Pattern WANTED = Pattern.compile(".*\\.(yaml|yml|md)|(.*/)?retired\\.txt");

  FileTree {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** What messages call a file. */
  String nameOf(String path) {
    return label + "/" + path;
  }

  /** A directory's files; hidden directories and {@code target} are left out. */
  static FileTree ofDirectory(String label, Path root) {
    TreeMap<String, byte[]> files = new TreeMap<>();
    try {
      Files.walkFileTree(root, new Collector(root, files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FileTree(label, files);
  }

  /** The entries of a jar below a prefix, which is empty or ends in {@code /}. */
  static FileTree ofJar(String label, Path jar, String prefix) {
    try (JarFile file = new JarFile(jar.toFile())) {
      return ofJar(label, file, prefix);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What the class path has below a directory.
   *
   * @param root the directory, ending in {@code /}
   * @param landmark a file in it, by which it is found; without it the tree is empty
   */
  static FileTree ofClassPath(String label, String root, String landmark) {
    URL url = FileTree.class.getClassLoader().getResource(root + landmark);
    if (url == null) {
      return new FileTree(label, new TreeMap<>());
    }
    try {
      if (url.getProtocol().equals("file")) {
        Path found = Path.of(url.toURI());
        return ofDirectory(label, Path.of(found.toString().replaceAll(landmark + "$", "")));
      }
      JarURLConnection connection = (JarURLConnection) url.openConnection();
      URI jar = connection.getJarFileURL().toURI();
      return ofJar(label, Path.of(jar), root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static FileTree ofJar(String label, JarFile jar, String prefix) throws IOException {
    TreeMap<String, byte[]> files = new TreeMap<>();
    Enumeration<JarEntry> entries = jar.entries();
    while (entries.hasMoreElements()) {
      JarEntry entry = entries.nextElement();
      String name = entry.getName();
      if (name.startsWith(prefix) && isWanted(name.substring(prefix.length()))) {
        try (InputStream in = jar.getInputStream(entry)) {
          files.put(name.substring(prefix.length()), in.readAllBytes());
        }
      }
    }
    return new FileTree(label, files);
  }

  private static boolean isWanted(String path) {
    return WANTED.matcher(path).matches() && !path.startsWith("META-INF/");
  }

  /** Takes up the files of a directory. */
  private static final class Collector extends SimpleFileVisitor<Path> {
    private final Path root;
    private final SortedMap<String, byte[]> files;

    Collector(Path root, SortedMap<String, byte[]> files) {
      this.root = root;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      String name = String.valueOf(directory.getFileName());
      boolean skipped = !directory.equals(root) && (name.startsWith(".") || name.equals("target"));
      return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String path = root.relativize(file).toString().replace('\\', '/');
      if (isWanted(path)) {
        files.put(path, Files.readAllBytes(file));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
