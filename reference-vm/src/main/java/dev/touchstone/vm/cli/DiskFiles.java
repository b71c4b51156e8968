package dev.touchstone.vm.cli;

import dev.touchstone.vm.source.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files of the machine that the command runs on. */
final class DiskFiles implements SourceFiles {
  @Override
  public @Nullable String read(String path) {
    try {
      return Files.readString(Path.of(path));
    } catch (IOException | InvalidPathException e) {
      return null;
    }
  }
}
