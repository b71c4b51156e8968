package dev.touchstone.vm.cli;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Standard input, output and error, in UTF-8. Output is buffered until {@link #flush}. */
final class Console {
  /** Whoever read the output wants no more. */
  static final class ClosedPipe extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClosedPipe(IOException cause) {
      super(cause);
    }
  }

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final OutputStream out;
  private final OutputStream err;
  private @Nullable BufferedReader lines;
  private final boolean colours;
  private final boolean terminal;
  private boolean lineIsOpen;

  /** Whether the end of the input was seen. */
  private boolean ended;

  Console(InputStream in, OutputStream out, OutputStream err) {
    this(in, out, err, false, false);
  }

  /**
   * The three streams.
   *
   * @param terminal whether input and output are a terminal's
   * @param colours whether it can show colours and its user wants them
   */
  Console(InputStream in, OutputStream out, OutputStream err, boolean terminal, boolean colours) {
    this.terminal = terminal;
    this.colours = colours;
    this.in = in;
    this.out = new BufferedOutputStream(out, BUFFER_BYTES);
    this.err = err;
  }

  /**
   * The next line of standard input, without its end.
   *
   * @throws java.nio.charset.CharacterCodingException if it is not UTF-8
   */
  @Nullable String readLine() throws IOException {
    BufferedReader reader = lines;
    if (reader == null) {
      reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
      lines = reader;
    }
    return reader.readLine();
  }

  /** All of standard input. */
  byte[] readAll() throws IOException {
    return in.readAllBytes();
  }

  /**
   * Waits for octets of standard input, after all output has been passed on.
   *
   * @return how many were put into the array, or -1 at the end
   */
  int read(byte[] into, int from, int count) {
    flush();
    try {
      int there = in.read(into, from, count);
      ended = there < 0;
      return there;
    } catch (IOException e) {
      ended = true;
      return -1;
    }
  }

  /** Whether octets of standard input are there, or its end, as far as one can tell. */
  boolean hasInput() {
    try {
      return in.available() > 0 || ended || isFile();
    } catch (IOException e) {
      return ended;
    }
  }

  /** Whether the input comes from what never makes one wait; pipes and terminals have no place. */
  private boolean isFile() {
    try {
      return in instanceof FileInputStream file && file.getChannel().position() >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Writes to standard error, after all output. */
  void writeError(String text) {
    flush();
    try {
      err.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ClosedPipe(e);
    }
  }

  void write(String text) {
    if (text.isEmpty()) {
      return;
    }
    lineIsOpen = text.charAt(text.length() - 1) != '\n';
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ClosedPipe(e);
    }
  }

  /** Ends the line if something stands in it. */
  void freshLine() {
    if (lineIsOpen) {
      write("\n");
    }
  }

  /** Whether somebody sits there. */
  boolean isTerminal() {
    return terminal;
  }

  /** Whether what is written may be coloured. */
  boolean hasColours() {
    return colours;
  }

  void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new ClosedPipe(e);
    }
  }

  /** Writes a line to standard error, after all output. */
  void complain(String text) {
    flush();
    try {
      err.write((text + "\n").getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException e) {
      throw new ClosedPipe(e);
    }
  }

  /** Complains as far as that is still possible. */
  int lastWords(String text, int exitCode) {
    try {
      complain(text);
    } catch (ClosedPipe quiet) {
      // Nobody listens.
    }
    return exitCode;
  }
}
