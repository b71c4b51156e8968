package dev.touchstone.conformance.doctor;

import dev.touchstone.conformance.doctor.TinyLisp.TinyError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A plain subject that makes one mistake, by its name; any other name makes none. In mode {@code
 * markers} the program's file has three kinds of lines more: {@code mark} and a text, {@code value}
 * and a nonce, in which the rest of the line is the form.
 */
final class PlainPatient {
  private final String way;
  private final PrintStream out;
  private final TinyLisp world = new TinyLisp();
  private int written;

  private PlainPatient(String way) {
    this.way = way;
    Charset charset =
        way.equals("writes-latin-1") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    this.out =
        new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, charset);
  }

  static void markers(String way, String file) throws IOException, InterruptedException {
    new PlainPatient(way).markers(Files.readAllLines(Path.of(file)));
  }

  static void lastLine(String way, String file) throws IOException, InterruptedException {
    new PlainPatient(way).lastLine(Files.readString(Path.of(file)));
  }

  static void repl(String way) throws IOException, InterruptedException {
    new PlainPatient(way).repl();
  }

  private void start() throws IOException, InterruptedException {
    switch (way) {
      case "dies-at-start" -> {
        System.err.println("cannot find my own library");
        System.exit(3);
      }
      case "hangs" -> Thread.sleep(60_000);
      case "runs-nothing" -> System.exit(0);
      case "leaves-a-child" ->
          new ProcessBuilder("sleep", "20")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      case "writes-garbage" -> out.write(0xe9);
      default -> {}
    }
  }

  private void markers(List<String> lines) throws IOException, InterruptedException {
    start();
    for (String line : lines) {
      try {
        if (line.startsWith("mark ")) {
          mark(line.substring(5));
        } else if (line.startsWith("value ")) {
          String[] parts = line.split(" ", 3);
          value(parts[1], world.run(parts[2]));
        } else {
          world.run(line);
          flush();
        }
      } catch (TinyError error) {
        fail(error);
      }
    }
    if (way.equals("stays-after-the-end")) {
      Thread.sleep(20_000);
    }
  }

  private void mark(String text) {
    boolean end = text.endsWith("E");
    if (way.equals("marks-on-stderr")) {
      System.err.print(text);
    } else if (!(end && way.equals("stops-after-the-value"))) {
      out.print(text);
      out.flush();
    }
    if (!end && way.equals("has-a-prompt")) {
      out.print("> ");
    }
    if (!end && way.equals("talks-to-itself")) {
      out.print("compiling 1 form\n");
    }
  }

  private void value(String nonce, Optional<String> value) {
    flush();
    String text = value.orElse("");
    PrintStream to = out;
    switch (way) {
      case "puts-the-value-into-output" -> {
        out.print(text);
        return;
      }
      case "puts-the-value-on-stderr" -> {
        System.err.print(text);
        return;
      }
      case "forgets-the-value" -> {
        return;
      }
      case "always-says-42" -> text = "42";
      case "displays" -> text = TinyLisp.displayed(text);
      case "puts-a-prompt-into-the-value" -> text = "=> " + text;
      default -> {}
    }
    to.print(nonce + "V" + text + nonce + ",");
    to.flush();
  }

  private void flush() {
    out.print(world.output().substring(written));
    written = world.output().length();
  }

  private void fail(TinyError error) {
    System.err.println(
        way.equals("words-errors-oddly") || way.equals("exits-0-after-an-error")
            ? "kaputt"
            : "error: " + error.getMessage());
    System.exit(way.equals("exits-0-after-an-error") ? 0 : 1);
  }

  private void lastLine(String program) throws IOException, InterruptedException {
    start();
    Optional<String> value = Optional.empty();
    try {
      value = world.run(program);
    } catch (TinyError error) {
      if (way.equals("exits-0-after-an-error")) {
        out.println("kaputt");
        System.exit(0);
      }
      fail(error);
    }
    flush();
    String text = value.orElse("");
    switch (way) {
      case "puts-the-value-on-stderr" -> System.err.println(text);
      case "forgets-the-value" -> {}
      case "has-a-prompt" -> out.println("> " + text);
      case "says-goodbye" -> out.println(text + "\nGoodbye!");
      case "always-says-42" -> out.println("42");
      case "displays" -> out.println(TinyLisp.displayed(text));
      default -> out.println(text);
    }
    if (way.equals("stays-after-the-end")) {
      Thread.sleep(20_000);
    }
  }

  private void repl() throws IOException, InterruptedException {
    start();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    StringBuilder held = new StringBuilder();
    String prompt = way.equals("has-another-prompt") ? "? " : "> ";
    prompt(prompt, held);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      try {
        Optional<String> value = world.run(line);
        flush();
        String text = value.map(v -> way.equals("displays") ? TinyLisp.displayed(v) : v).orElse("");
        out.println(way.equals("puts-a-prompt-into-the-value") ? "$1 => " + text : text);
      } catch (TinyError error) {
        out.println(way.equals("words-errors-oddly") ? "kaputt" : "error: " + error.getMessage());
      }
      prompt(prompt, held);
    }
    out.print(held);
    out.flush();
  }

  private void prompt(String prompt, StringBuilder held) {
    if (way.equals("does-not-flush")) {
      held.append(prompt);
    } else {
      out.print(prompt);
      out.flush();
    }
  }
}
