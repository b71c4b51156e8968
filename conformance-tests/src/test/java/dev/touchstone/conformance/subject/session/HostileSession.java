package dev.touchstone.conformance.subject.session;

import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A subject that answers a program with the program itself, less a quote before it, as JSON, until
 * it is sent {@code evil}: then it goes its way, which is its argument. It needs nothing but the
 * JDK.
 *
 * <p>{@code java HostileSession WAY [ISOLATION [DIRECTORY]]}; some ways need a directory for what
 * they remember from one process to the next.
 */
final class HostileSession {
  private static final Pattern ID = Pattern.compile("\"id\":\"(\\w+)\"");
  private static final Pattern PROGRAM = Pattern.compile("\"program\":\"([^\"]*)\"");
  private static final PrintStream OUT =
      new PrintStream(
          new FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8);
  private static final PrintStream ERR = System.err;

  private final String way;
  private final String isolation;
  private final Path directory;
  private String before = "none";
  private boolean poisoned;

  private HostileSession(String way, String isolation, Path directory) {
    this.way = way;
    this.isolation = isolation;
    this.directory = directory;
  }

  /** Serves a runner. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String isolation = arguments.length > 1 ? arguments[1] : "process";
    Path directory = Path.of(arguments.length > 2 ? arguments[2] : ".");
    new HostileSession(arguments[0], isolation, directory).serve();
  }

  private static void say(String line) {
    OUT.print(line + "\n");
    OUT.flush();
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private static void answer(String id, String value) {
    say(
        "{\"type\":\"result\",\"id\":%s,\"status\":\"completed\",\"values\":[%s],\"output\":\"\"}"
            .formatted(quoted(id), quoted(value)));
  }

  private static void answer(String id, String status, String fields) {
    say("{\"type\":\"result\",\"id\":\"%s\",\"status\":\"%s\"%s}".formatted(id, status, fields));
  }

  private void hello() throws IOException, InterruptedException {
    String claims = "[\"base\"]";
    String protocol = "1.0";
    switch (way) {
      case "dies-at-every-start" -> {
        ERR.println("no licence found");
        Runtime.getRuntime().halt(7);
      }
      case "dies-at-its-first-start" -> {
        Path mark = directory.resolve("was-started");
        if (!Files.exists(mark)) {
          Files.createFile(mark);
          Runtime.getRuntime().halt(1);
        }
      }
      case "banner-before-hello" -> say("Welcome to Hostile Scheme!");
      case "wrong-version" -> protocol = "2.0";
      case "slow-hello" -> Thread.sleep(60_000);
      case "claims-everything" -> claims = "[\"base\",\"r7rs\"]";
      case "claims-what-is-not" -> claims = "[\"bose\"]";
      default -> {}
    }
    say(
        "{\"type\":\"hello\",\"protocol\":\"%s\",\"name\":\"hostile\",\"isolation\":\"%s\",\"rungs\":%s}"
            .formatted(protocol, isolation, claims));
    if (way.equals("answers-unasked")) {
      answer("r1", "evil");
    }
    if (way.equals("never-reads")) {
      Thread.sleep(60_000);
    }
  }

  private void serve() throws IOException, InterruptedException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    if (way.equals("never-reads")) {
      hello();
    }
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("{\"type\":\"hello\"")) {
        hello();
      } else if (line.startsWith("{\"type\":\"bye\"")) {
        if (way.equals("stays-after-bye")) {
          Thread.sleep(60_000);
        }
        return;
      } else {
        run(find(ID, line), find(PROGRAM, line).replaceFirst("^'", ""));
      }
    }
  }

  private static String find(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.find() ? matcher.group(1) : "";
  }

  private void run(String id, String program) throws IOException, InterruptedException {
    if (way.equals("tells-its-process")) {
      answer(id, Long.toString(ProcessHandle.current().pid()));
    } else if (way.equals("tells-its-id")) {
      answer(id, id);
    } else if (program.equals("evil")) {
      evil(id);
    } else if (poisoned && way.equals("kills-the-next-run")) {
      Runtime.getRuntime().halt(5);
    } else {
      answer(id, poisoned || way.equals("always-42") ? "42" : program);
    }
    before = id;
  }

  private void evil(String id) throws IOException, InterruptedException {
    switch (way) {
      case "hangs" -> Thread.sleep(60_000);
      case "kills-itself" -> {
        spawn("kill", "-KILL", Long.toString(ProcessHandle.current().pid()));
        Thread.sleep(60_000);
      }
      case "exits" -> {
        ERR.println("segmentation violation near the end of the world");
        Runtime.getRuntime().halt(3);
      }
      case "floods-stdout" -> flood("y".repeat(1 << 16));
      case "floods-lines" -> flood("y\n".repeat(1 << 15));
      case "floods-stderr" -> {
        for (int i = 0; i < 800; i++) {
          ERR.print("y".repeat(1 << 16));
        }
        answer(id, "evil");
      }
      case "answers-late" -> {
        Thread.sleep(10_000);
        answer(id, "evil");
      }
      case "answers-twice" -> {
        String answer =
            "{\"type\":\"result\",\"id\":\"%s\",\"status\":\"completed\"}".formatted(id);
        say(answer + "\n" + answer);
      }
      case "answers-the-run-before" -> answer(before, "evil");
      case "wrong-id" -> answer("r0", "evil");
      case "cuts-its-line" -> {
        OUT.print("{\"type\":\"result\",\"id\"");
        OUT.flush();
        Runtime.getRuntime().halt(0);
      }
      case "cuts-its-line-and-stays" -> {
        OUT.print("{\"type\":\"result\",\"id\"");
        OUT.flush();
        Thread.sleep(60_000);
      }
      case "long-line" -> {
        OUT.print("{\"type\":\"result\",\"id\":\"" + id + "\",\"output\":\"");
        for (int i = 0; i < 1600; i++) {
          OUT.print("y".repeat(1 << 16));
        }
        say("\"}");
      }
      case "output-beyond-the-limit" ->
          answer(
              id,
              "completed",
              ",\"values\":[\"evil\"],\"output\":\"" + "y".repeat(2_000_000) + "\"");
      case "just-below-the-limit" -> {
        for (int i = 0; i < 10; i++) {
          ERR.print("y".repeat(1 << 16));
        }
        answer(
            id,
            "completed",
            ",\"values\":[\"evil\"],\"output\":\"" + "\\u00e9".repeat(490_000) + "\"");
      }
      case "invalid-utf8" -> {
        OUT.write('"');
        OUT.write(0xff);
        say("\"");
      }
      case "invalid-json" -> say("{\"type\":\"result\",,}");
      case "no-object" -> say("[\"result\"]");
      case "no-id" -> say("{\"type\":\"result\",\"status\":\"completed\"}");
      case "twice-the-same-field" ->
          say("{\"type\":\"result\",\"id\":\"%s\",\"id\":\"%s\"}".formatted(id, id));
      case "prints-to-stdout" -> {
        say("debug: evil is 3");
        answer(id, "evil");
      }
      case "says-hello-again" -> hello();
      case "unknown-status" -> answer(id, "fine", "");
      case "unknown-class" -> answer(id, "error", ",\"class\":\"segfault\"");
      case "error-without-class" -> answer(id, "error", ",\"message\":\"it went wrong\"");
      case "counts" ->
          answer(
              id,
              "completed",
              ",\"values\":[\"evil\"],\"counters\":{\"frames\":3,\"memory\":4096}");
      case "no-exit-code" -> answer(id, "exited", "");
      case "wrong-type-of-field" -> answer(id, "completed", ",\"values\":\"evil\"");
      case "claims-everything", "always-42" -> answer(id, "42");
      case "leaves-children" -> {
        spawn("sleep", "61");
        spawn("setsid", "sleep", "61");
        answer(id, "evil");
      }
      case "ignores-sigterm" -> {
        Runtime.getRuntime().addShutdownHook(new Thread(HostileSession::sleepOn));
        Thread.sleep(60_000);
      }
      case "writes-to-the-terminal" -> {
        writeToTerminal();
        answer(id, "evil");
      }
      case "eats-memory" -> eat();
      case "grandchild-keeps-stdout" -> {
        new ProcessBuilder("sleep", "61").redirectOutput(ProcessBuilder.Redirect.INHERIT).start();
        Runtime.getRuntime().halt(4);
      }
      case "exits-after-its-answer" -> {
        answer(id, "evil");
        Runtime.getRuntime().halt(0);
      }
      case "poisons-the-process", "kills-the-next-run" -> {
        poisoned = true;
        answer(id, "evil");
      }
      default -> answer(id, "evil");
    }
  }

  private static void spawn(String... command) throws IOException {
    var _ = new ProcessBuilder(command).start();
  }

  private static void flood(String text) {
    while (!OUT.checkError()) {
      OUT.print(text);
    }
  }

  private static void sleepOn() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void writeToTerminal() {
    try (FileOutputStream terminal = new FileOutputStream("/dev/tty")) {
      terminal.write("EVIL".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      ERR.println("no terminal: " + e);
    }
  }

  private static void eat() throws InterruptedException {
    List<byte[]> eaten = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      byte[] bite = new byte[10 << 20];
      Arrays.fill(bite, (byte) 1);
      eaten.add(bite);
    }
    Thread.sleep(60_000 + eaten.size());
  }
}
