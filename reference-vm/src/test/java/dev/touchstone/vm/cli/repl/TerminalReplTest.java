package dev.touchstone.vm.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.api.JvmHost;
import dev.touchstone.vm.machine.Grants;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Types at a terminal that is none, and looks at what it is sent. */
@Timeout(60)
class TerminalReplTest {
  private static final String CONTROL_C = "\u0003";
  private static final String CONTROL_D = "\u0004";
  private static final String UP = "\u001bOA";

  @TempDir Path directory;

  private final PipedOutputStream keys = new PipedOutputStream();
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private CompletableFuture<Integer> code = new CompletableFuture<>();
  private int seen;

  private void start(boolean colours) throws IOException {
    PipedInputStream typed = new PipedInputStream(keys);
    ExternalTerminal terminal =
        new ExternalTerminal("test", "xterm", typed, shown, StandardCharsets.UTF_8);
    terminal.setSize(new Size(80, 24));
    Repl.Wishes wishes =
        new Repl.Wishes(
            Conversation.LIMITS,
            true,
            colours,
            "hello",
            Map.of("XDG_STATE_HOME", directory.toString()),
            (out, change) -> new JvmHost(out, () -> {}, change.apply(Grants.none())));
    seen = 0;
    code =
        CompletableFuture.supplyAsync(
            () -> {
              int result = TerminalRepl.run(terminal, wishes);
              try {
                terminal.close();
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
              return result;
            },
            task -> Thread.ofPlatform().daemon().start(task));
    await("> ");
  }

  @AfterEach
  void leave() throws Exception {
    if (!code.isDone()) {
      type(CONTROL_C + CONTROL_D);
      code.get(30, TimeUnit.SECONDS);
    }
  }

  private void type(String text) throws IOException {
    keys.write(text.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }

  /** Waits until a text is shown behind what was waited for before. */
  private void await(String text) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < end) {
      String all = plain();
      int found = all.indexOf(text, Math.min(seen, all.length()));
      if (found >= 0) {
        seen = found + text.length();
        return;
      }
      Thread.onSpinWait();
    }
    assertThat(plain().substring(Math.min(seen, plain().length()))).contains(text);
  }

  private String raw() {
    return shown.toString(StandardCharsets.UTF_8);
  }

  private String plain() {
    return raw().replaceAll("\u001b\\[[0-9;?]*[a-zA-Z]|\u001b[=>]", "").replace("\r", "");
  }

  @Test
  void aFormMayHaveSeveralLines() throws IOException {
    start(false);
    type("(define (square x)\r");
    type("(* x x))\r");
    await("; defined square");
    type("(square 12)\r");
    await("=> 144");
    type(CONTROL_D);
    assertThat(code.join()).isZero();
  }

  @Test
  void aNameIsCompleted() throws IOException {
    start(false);
    type("(vector-fi\t (make-vector 2) 7)\r");
    await("(vector-fill!");
    type("(define unlikely-name 42)\r");
    await("; defined unlikely-name");
    type("unli\t\r");
    await("=> 42");
  }

  @Test
  void anErrorLeavesTheSessionUsable() throws IOException {
    start(false);
    type("(car 5)\r");
    await("run error (type)");
    await("^^^^^^^");
    type("(+ 20 3)\r");
    await("=> 23");
  }

  @Test
  void controlCEndsAnEvaluationAndClearsALine() throws IOException {
    start(false);
    type("(begin (display \"begun\") (let loop () (loop)))\r");
    await("begun");
    await("begun");
    type(CONTROL_C);
    await("interrupted, after ");
    await("> ");
    type("(this is not");
    await("not");
    type(CONTROL_C);
    await("> ");
    type("(+ 40 4)\r");
    await("=> 44");
  }

  @Test
  void whatWasTypedIsThereTheNextTime() throws Exception {
    start(false);
    type("(define (f)\r44)\r");
    await("; defined f");
    type(CONTROL_D);
    assertThat(code.get(30, TimeUnit.SECONDS)).isZero();
    assertThat(Files.readString(directory.resolve("touchstone/history")))
        .isEqualTo("(define (f)\\n  44)\n");
  }

  @Test
  void theHistoryGivesAWholeFormBack() throws IOException {
    start(false);
    type("(begin\r(display \"one\")\r(+ 30 3))\r");
    await("=> 33");
    type("1\r");
    await("=> 1");
    type(UP + UP);
    await("(display");
    type("\r");
    await("=> 33");
  }

  @Test
  void coloursAreThereIfTheyAreWanted() throws IOException {
    start(true);
    type("(if #t \"a\" 1)\r");
    await("=> \"a\"");
    assertThat(raw()).contains("\u001b[35mif").contains("\u001b[2m=> \u001b[0m\"a\"");
  }

  @Test
  void noColoursIsNone() throws IOException {
    start(false);
    type("(if #t \"a\" (car 1))\r(car 1)\r");
    await("run error");
    assertThat(raw()).doesNotContainPattern("\u001b\\[[0-9;]*m[^\u001b]");
  }

  @Test
  void severalFormsMayBePasted() throws IOException {
    start(false);
    type("\u001b[200~(define a 1)\n(define (b)\n  (+ a 1))\n(b)\n\u001b[201~");
    await("(b)");
    type("\r");
    await("; defined a");
    await("; defined b");
    await("=> 2");
  }
}
