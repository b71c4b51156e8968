package dev.touchstone.vm.api;

import dev.touchstone.vm.machine.FileSystem;
import dev.touchstone.vm.value.ByteSink;
import dev.touchstone.vm.value.ByteSource;
import dev.touchstone.vm.value.SchemeError;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Files of the system: all that the user of this process may touch, or those of one directory
 * alone.
 */
public final class JvmFiles implements FileSystem {
  private static final OpenOption[] READING = {StandardOpenOption.READ};
  private static final OpenOption[] READING_INSIDE = {
    StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS
  };
  private static final OpenOption[] WRITING = {
    StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING
  };
  private static final OpenOption[] WRITING_INSIDE = {
    StandardOpenOption.WRITE,
    StandardOpenOption.CREATE,
    StandardOpenOption.TRUNCATE_EXISTING,
    LinkOption.NOFOLLOW_LINKS
  };

  /** The only directory that may be touched, without symbolic links in its path; or null. */
  private final @Nullable Path directory;

  private JvmFiles(@Nullable Path directory) {
    this.directory = directory;
  }

  /** What the user of this process may touch. Relative paths are those of the process. */
  public static JvmFiles everywhere() {
    return new JvmFiles(null);
  }

  /**
   * The files below a directory. Paths are relative to it; one that is absolute, has a part {@code
   * ..} or leads through a symbolic link is not granted.
   *
   * @throws IOException if there is no such directory
   */
  public static JvmFiles within(Path directory) throws IOException {
    return new JvmFiles(directory.toRealPath());
  }

  @Override
  public ByteSource openForReading(String path) {
    Path file = granted(path);
    try {
      if (Files.isDirectory(file)) {
        throw FileSystem.failure("this is a directory", path);
      }
      return new Source(
          path, Files.newInputStream(file, directory == null ? READING : READING_INSIDE));
    } catch (IOException e) {
      throw failure(e, path);
    }
  }

  @Override
  public ByteSink openForWriting(String path) {
    Path file = granted(path);
    try {
      return new Sink(
          path,
          new BufferedOutputStream(
              Files.newOutputStream(file, directory == null ? WRITING : WRITING_INSIDE)));
    } catch (IOException e) {
      throw failure(e, path);
    }
  }

  @Override
  public boolean exists(String path) {
    try {
      return Files.exists(granted(path));
    } catch (SchemeError notGranted) {
      return false;
    }
  }

  @Override
  public void delete(String path) {
    Path file = granted(path);
    try {
      if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        throw FileSystem.failure("this is a directory", path);
      }
      Files.delete(file);
    } catch (IOException e) {
      throw failure(e, path);
    }
  }

  private Path granted(String path) {
    try {
      Path asked = Path.of(path);
      if (path.isEmpty()) {
        throw FileSystem.failure("this is no path of a file", path);
      }
      return directory == null ? asked : inside(directory, asked, path);
    } catch (InvalidPathException e) {
      throw FileSystem.failure("this is no path of a file", path);
    }
  }

  private static Path inside(Path directory, Path asked, String path) {
    if (asked.isAbsolute()) {
      throw FileSystem.notGranted(path);
    }
    Path at = directory;
    for (Path part : asked) {
      at = at.resolve(part);
      if (part.toString().equals("..") || Files.isSymbolicLink(at)) {
        throw FileSystem.notGranted(path);
      }
    }
    return at;
  }

  private static SchemeError failure(IOException cause, String path) {
    String message =
        switch (cause) {
          case NoSuchFileException _ -> "there is no such file";
          case AccessDeniedException _ -> "this file may not be opened";
          case FileAlreadyExistsException _ -> "this file is there already";
          default -> "the file cannot be used";
        };
    return FileSystem.failure(message, path);
  }

  /** A file to read from. */
  private record Source(String path, InputStream in) implements ByteSource {
    @Override
    public int read(byte[] into, int from, int count) {
      try {
        return in.read(into, from, count);
      } catch (IOException e) {
        throw failure(e, path);
      }
    }

    @Override
    public boolean ready() {
      return true;
    }

    @Override
    public void close() {
      try {
        in.close();
      } catch (IOException e) {
        throw failure(e, path);
      }
    }
  }

  /** A file to write to. */
  private record Sink(String path, OutputStream out) implements ByteSink {
    @Override
    public void write(byte[] octets) {
      try {
        out.write(octets);
      } catch (IOException e) {
        throw failure(e, path);
      }
    }

    @Override
    public void flush() {
      try {
        out.flush();
      } catch (IOException e) {
        throw failure(e, path);
      }
    }

    @Override
    public void close() {
      try {
        out.close();
      } catch (IOException e) {
        throw failure(e, path);
      }
    }
  }
}
