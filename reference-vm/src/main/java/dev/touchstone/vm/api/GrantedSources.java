package dev.touchstone.vm.api;

import dev.touchstone.vm.machine.FileSystem;
import dev.touchstone.vm.source.SourceFiles;
import dev.touchstone.vm.value.ByteSource;
import dev.touchstone.vm.value.SchemeError;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The files that a program is granted, as texts in UTF-8. */
record GrantedSources(FileSystem files) implements SourceFiles {
  private static final int PIECE = 8192;

  @Override
  public @Nullable String read(String path) {
    try {
      ByteSource source = files.openForReading(path);
      try {
        ByteBuffer octets = ByteBuffer.wrap(all(source));
        return StandardCharsets.UTF_8.newDecoder().decode(octets).toString();
      } finally {
        source.close();
      }
    } catch (SchemeError | CharacterCodingException e) {
      return null;
    }
  }

  private static byte[] all(ByteSource source) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    for (int n = source.read(piece, 0, PIECE); n > 0; n = source.read(piece, 0, PIECE)) {
      all.write(piece, 0, n);
    }
    return all.toByteArray();
  }
}
