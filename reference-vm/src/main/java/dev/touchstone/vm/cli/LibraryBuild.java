package dev.touchstone.vm.cli;

import dev.touchstone.vm.bytecode.binary.BinaryWriter;
import dev.touchstone.vm.library.Prelude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The step of the build that compiles the part of the library that is written in Scheme. */
public final class LibraryBuild {
  private LibraryBuild() {}

  /**
   * Writes the binary form of each file.
   *
   * @param arguments the directory of the compiled classes
   */
  public static void main(String[] arguments) throws IOException {
    Path directory =
        Path.of(arguments[0]).resolve(Prelude.class.getPackageName().replace('.', '/'));
    for (String file : Prelude.FILES) {
      Files.write(
          directory.resolve(Prelude.compiledName(file)), BinaryWriter.write(Prelude.compile(file)));
    }
  }
}
