package dev.touchstone.vm.machine;

import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.value.ByteSink;
import dev.touchstone.vm.value.ByteSource;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Str;

/**
 * The files that a run may touch. What a path means is the host's affair. Every method but {@link
 * #exists} raises a condition of class {@code file} if it fails.
 */
public interface FileSystem {
  /** No files: none exists, and whoever wants one is told that it was not granted. */
  FileSystem NONE =
      new FileSystem() {
        @Override
        public ByteSource openForReading(String path) {
          throw notGranted(path);
        }

        @Override
        public ByteSink openForWriting(String path) {
          throw notGranted(path);
        }

        @Override
        public boolean exists(String path) {
          return false;
        }

        @Override
        public void delete(String path) {
          throw notGranted(path);
        }
      };

  /** The octets of a file. */
  ByteSource openForReading(String path);

  /** A file that is made, or emptied if it is there. */
  ByteSink openForWriting(String path);

  /** Whether there is a file, or anything else, of that path that the run may touch. */
  boolean exists(String path);

  /** Deletes a file. */
  void delete(String path);

  /** The error of a run that wants a file that it was not granted. */
  static SchemeError notGranted(String path) {
    return failure("access to this file is not granted to the program", path);
  }

  /** The error of a run that wants a file in vain. */
  static SchemeError failure(String message, String path) {
    return SchemeError.of(ErrorClass.FILE, message, Str.of(path));
  }
}
