package dev.touchstone.vm.machine;

import dev.touchstone.vm.value.ByteSink;
import dev.touchstone.vm.value.ByteSource;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.TextInputPort;
import dev.touchstone.vm.value.TextOutputPort;
import dev.touchstone.vm.value.TextSink;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one run has to do with the world outside: its three standard ports and its open files. What
 * it writes, wherever to, counts against one limit.
 */
public final class Outside {
  private final Grants grants;
  private final Output output;
  private final TextInputPort input;
  private final TextOutputPort out;
  private final TextOutputPort errors;

  /** The files that are open for writing, and hold something back perhaps. */
  private final Set<ByteSink> written = new LinkedHashSet<>();

  /** The files that are open for reading. */
  private final Set<ByteSource> read = new LinkedHashSet<>();

  Outside(Grants grants, Output output) {
    this.grants = grants;
    this.output = output;
    this.input = TextInputPort.of(grants.input());
    this.out = TextOutputPort.to(output);
    this.errors = TextOutputPort.to(counted(grants.errors()));
  }

  /** What the run may touch. */
  public Grants grants() {
    return grants;
  }

  /** The port of standard input. */
  public TextInputPort input() {
    return input;
  }

  /** The port of standard output. */
  public TextOutputPort output() {
    return out;
  }

  /** The port of standard error. */
  public TextOutputPort errors() {
    return errors;
  }

  /** A file to read from. */
  public ByteSource openForReading(String path) {
    ByteSource file = grants.files().openForReading(path);
    ByteSource tracked =
        new ByteSource() {
          @Override
          public int read(byte[] into, int from, int count) {
            return file.read(into, from, count);
          }

          @Override
          public boolean ready() {
            return file.ready();
          }

          @Override
          public void close() {
            read.remove(this);
            file.close();
          }
        };
    read.add(tracked);
    return tracked;
  }

  /** A file to write to. */
  public ByteSink openForWriting(String path) {
    ByteSink file = grants.files().openForWriting(path);
    ByteSink tracked =
        new ByteSink() {
          @Override
          public void write(byte[] octets) {
            output.spend(octets.length);
            file.write(octets);
          }

          @Override
          public void flush() {
            file.flush();
          }

          @Override
          public void close() {
            written.remove(this);
            file.close();
          }
        };
    written.add(tracked);
    return tracked;
  }

  /** The run has ended: closes what it has left open, and passes on what it has written. */
  public void end() {
    List.copyOf(written).forEach(file -> attempt(file::close));
    List.copyOf(read).forEach(file -> attempt(file::close));
    attempt(out::flush);
    attempt(errors::flush);
  }

  private static void attempt(Runnable action) {
    try {
      action.run();
    } catch (SchemeError tooLate) {
      // The program has ended, and nobody is left whom the error could be told.
    }
  }

  private TextSink counted(TextSink sink) {
    return new TextSink() {
      @Override
      public void write(String text) {
        output.spend(Output.utf8Length(text));
        sink.write(text);
      }

      @Override
      public void flush() {
        sink.flush();
      }

      @Override
      public void close() {
        sink.flush();
      }
    };
  }
}
