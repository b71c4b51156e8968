package dev.touchstone.conformance.subject.process;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The process file system of Linux. Elsewhere it shows nothing. A process may end while it is being
 * looked at, so everything that cannot be read is simply absent.
 */
public final class ProcFs {
  private static final Path ROOT = Path.of("/proc");

  private ProcFs() {}

  /** The processes whose environment holds that variable. */
  public static List<Long> withEnvironment(String assignment) {
    byte[] wanted = Bytes.utf8(assignment);
    List<Long> found = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(ROOT, "[0-9]*")) {
      for (Path process : all) {
        if (Bytes.indexOf(read(process.resolve("environ")), wanted, 0) >= 0) {
          found.add(Long.parseLong(process.getFileName().toString()));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return found;
    }
    return found;
  }

  /** Whether the process is gone but for its exit code, which its parent has not asked for. */
  public static boolean isZombie(long pid) {
    String stat = Bytes.lenient(read(ROOT.resolve(pid + "/stat")));
    return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
  }

  /**
   * A line of a process's {@code status} in bytes.
   *
   * @param key {@code VmHWM} for the peak of resident memory, {@code VmRSS} for it now
   */
  public static OptionalLong memory(long pid, String key) {
    String status = Bytes.lenient(read(ROOT.resolve(pid + "/status")));
    for (String line : status.lines().toList()) {
      if (line.startsWith(key + ":")) {
        String digits = line.replaceAll("\\D", "");
        return OptionalLong.of(Long.parseLong(digits) * 1024);
      }
    }
    return OptionalLong.empty();
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
