package dev.touchstone.vm.cli.repl;

import dev.touchstone.vm.machine.Exhaustion;
import dev.touchstone.vm.value.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.jline.terminal.Terminal;

/** What is typed while a program runs: its standard input, line by line. */
final class TerminalInput implements ByteSource {
  private final Terminal terminal;
  private final Screen screen;

  TerminalInput(Terminal terminal, Screen screen) {
    this.terminal = terminal;
    this.screen = screen;
  }

  @Override
  public int read(byte[] into, int from, int count) {
    InputStream in = terminal.input();
    try {
      int taken = 0;
      int octet = 0;
      while (taken < count && octet != '\n') {
        octet = in.read();
        if (octet < 0) {
          return taken == 0 ? -1 : taken;
        }
        into[from + taken++] = (byte) octet;
      }
      // Whoever typed it sees a whole line.
      screen.answered();
      return taken;
    } catch (InterruptedIOException interrupted) {
      throw new Exhaustion(Exhaustion.INTERRUPT);
    } catch (IOException e) {
      return -1;
    }
  }

  @Override
  public boolean ready() {
    try {
      return terminal.input().available() > 0;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() {}
}
