package dev.touchstone.vm.value;

import dev.touchstone.vm.source.ErrorClass;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A port of characters to write to. */
public final class TextOutputPort extends Port {
  private final TextSink sink;

  /** What was written, if this is a port on a string. */
  private final @Nullable StringBuilder text;

  private TextOutputPort(TextSink sink, @Nullable StringBuilder text) {
    this.sink = sink;
    this.text = text;
  }

  /** A port that collects what is written, at most {@link Printer#MAX_LENGTH} characters. */
  public static TextOutputPort onString() {
    StringBuilder text = new StringBuilder();
    return new TextOutputPort(new Collector(text), text);
  }

  /** A port that passes on what is written. */
  public static TextOutputPort to(TextSink sink) {
    return new TextOutputPort(sink, null);
  }

  /** A port that passes on what is written, as UTF-8. */
  public static TextOutputPort to(ByteSink sink) {
    return new TextOutputPort(new Encoder(sink), null);
  }

  /** Writes a text. */
  public void write(String written) {
    sink.write(written);
  }

  /** Writes a character. */
  public void write(int codePoint) {
    sink.write(Character.toString(codePoint));
  }

  /** Passes on what is held back. */
  public void flush() {
    sink.flush();
  }

  /** What was written so far; null if this is no port on a string. */
  public @Nullable String text() {
    return text == null ? null : text.toString();
  }

  @Override
  public boolean isInput() {
    return false;
  }

  @Override
  public boolean isTextual() {
    return true;
  }

  @Override
  void release() {
    sink.close();
  }

  /** Collects characters. */
  private record Collector(StringBuilder text) implements TextSink {
    @Override
    public void write(String more) {
      if (text.length() + more.length() > Printer.MAX_LENGTH) {
        throw SchemeError.of(
            ErrorClass.LIMIT, "a string port takes at most " + Printer.MAX_LENGTH + " characters");
      }
      text.append(more);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** Makes octets of characters. */
  private record Encoder(ByteSink sink) implements TextSink {
    @Override
    public void write(String text) {
      sink.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void flush() {
      sink.flush();
    }

    @Override
    public void close() {
      sink.close();
    }
  }
}
