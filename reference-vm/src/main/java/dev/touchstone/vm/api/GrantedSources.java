package dev.touchstone.vm.api;

import dev.touchstone.vm.machine.FileSystem;
import dev.touchstone.vm.source.NotTextException;
import dev.touchstone.vm.source.SourceFiles;
import dev.touchstone.vm.value.ByteSource;
import dev.touchstone.vm.value.SchemeError;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The files of a file system, such as that which a program is granted, as texts in UTF-8. */
record GrantedSources(FileSystem files) implements SourceFiles {
  private static final int PIECE = 8192;

  @Override
  public @Nullable String read(String path) throws NotTextException {
    byte[] octets;
    try {
      ByteSource source = files.openForReading(path);
      try {
        octets = all(source);
      } finally {
        source.close();
      }
    } catch (SchemeError e) {
      return null;
    }
    return text(octets);
  }

  private static byte[] all(ByteSource source) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    for (int n = source.read(piece, 0, PIECE); n > 0; n = source.read(piece, 0, PIECE)) {
      all.write(piece, 0, n);
    }
    return all.toByteArray();
  }

  private static String text(byte[] octets) throws NotTextException {
    ByteBuffer in = ByteBuffer.wrap(octets);
    // What is decoded never has more units than there are octets.
    CharBuffer out = CharBuffer.allocate(octets.length);
    CoderResult result =
        StandardCharsets.UTF_8.newDecoder().decode(in, out, /* endOfInput= */ true);
    int length = out.position();
    if (result.isError()) {
      String text = new String(octets, StandardCharsets.UTF_8);
      throw new NotTextException(text, length, Byte.toUnsignedInt(octets[in.position()]));
    }
    return out.flip().toString();
  }
}
