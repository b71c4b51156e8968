package dev.touchstone.vm.value;

import dev.touchstone.vm.source.ErrorClass;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** A port of octets to write to. */
public final class ByteOutputPort extends Port {
  private final @Nullable ByteSink sink;

  /** What was written, if this is a port on a bytevector. */
  private final ByteArrayOutputStream collected = new ByteArrayOutputStream();

  private ByteOutputPort(@Nullable ByteSink sink) {
    this.sink = sink;
  }

  /** A port that collects what is written, at most {@link Printer#MAX_LENGTH} octets. */
  public static ByteOutputPort onBytevector() {
    return new ByteOutputPort(null);
  }

  /** A port that passes on what is written. */
  public static ByteOutputPort to(ByteSink sink) {
    return new ByteOutputPort(sink);
  }

  /** Writes octets. */
  public void write(byte... octets) {
    if (sink != null) {
      sink.write(octets);
    } else if (collected.size() + octets.length > Printer.MAX_LENGTH) {
      throw SchemeError.of(
          ErrorClass.LIMIT, "a bytevector port takes at most " + Printer.MAX_LENGTH + " octets");
    } else {
      collected.writeBytes(octets);
    }
  }

  /** Passes on what is held back. */
  public void flush() {
    if (sink != null) {
      sink.flush();
    }
  }

  /** What was written so far; null if this is no port on a bytevector. */
  public @Nullable Bytevector bytes() {
    return sink == null ? Bytevector.of(collected.toByteArray()) : null;
  }

  @Override
  public boolean isInput() {
    return false;
  }

  @Override
  public boolean isTextual() {
    return false;
  }

  @Override
  void release() {
    if (sink != null) {
      sink.close();
    }
  }
}
