package dev.touchstone.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout that the tests run in. */
final class Checkout {
  private Checkout() {}

  /** The top of the checkout: the nearest folder above that holds the launcher. */
  static Path top() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("touchstone"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** Every Java file of the project, in order. */
  static List<Path> javaFiles() throws IOException {
    try (Stream<Path> files = Files.walk(top())) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("/src/"))
          .filter(file -> !file.toString().contains("/target/"))
          .sorted()
          .toList();
    }
  }
}
