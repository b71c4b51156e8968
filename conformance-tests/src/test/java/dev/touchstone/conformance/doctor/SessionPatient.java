package dev.touchstone.conformance.doctor;

import dev.touchstone.conformance.doctor.TinyLisp.TinyError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A session subject in lines of JSON that makes one mistake, by its name; any other name makes
 * none. It reads JSON by regular expressions, which is enough for what the doctor sends.
 */
final class SessionPatient {
  private static final Pattern FIELD =
      Pattern.compile("\"(id|program)\":\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final String way;
  private final PrintStream out;
  private final StringBuilder held = new StringBuilder();
  private TinyLisp world = new TinyLisp();
  private String earlier = "";

  private SessionPatient(String way) {
    this.way = way;
    Charset charset =
        way.equals("writes-latin-1") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    this.out =
        new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, charset);
  }

  static void serve(String way) throws IOException, InterruptedException {
    SessionPatient patient = new SessionPatient(way);
    Charset charset =
        way.equals("reads-latin-1") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, charset));
    patient.start();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      patient.take(line);
    }
    patient.end();
  }

  private void start() throws IOException {
    switch (way) {
      case "dies-at-start" -> {
        System.err.println("cannot find my own library");
        System.exit(3);
      }
      case "greets-with-a-banner" -> out.print("Welcome to Patient Lisp 1.0\n");
      case "has-a-prompt" -> out.print("> ");
      case "leaves-a-child" -> new ProcessBuilder("sleep", "20").start();
      default -> {}
    }
  }

  private void end() throws InterruptedException {
    out.print(held);
    out.flush();
    switch (way) {
      case "stays-after-the-end" -> Thread.sleep(20_000);
      case "fails-at-the-end" -> System.exit(7);
      default -> System.exit(0);
    }
  }

  private void take(String line) throws InterruptedException {
    if (line.contains("\"type\":\"hello\"")) {
      say(hello());
    } else if (line.contains("\"type\":\"bye\"")) {
      end();
    } else if (line.contains("\"type\":\"run\"")) {
      answer(field(line, "id"), field(line, "program"));
    }
  }

  private static String field(String line, String name) {
    Matcher fields = FIELD.matcher(line);
    while (fields.find()) {
      if (fields.group(1).equals(name)) {
        return fields.group(2).replaceAll("\\\\(.)", "$1");
      }
    }
    return "";
  }

  private String hello() {
    return switch (way) {
      case "speaks-version-2" -> "{\"type\":\"hello\",\"protocol\":\"2.0\",\"name\":\"patient\"}";
      case "refuses" -> "{\"type\":\"hello\",\"protocol\":\"1.0\",\"refused\":\"not with you\"}";
      case "has-no-name" -> "{\"type\":\"hello\",\"protocol\":\"1.0\"}";
      case "has-no-protocol" -> "{\"type\":\"hello\",\"name\":\"patient\"}";
      case "claims-the-unknown" ->
          "{\"type\":\"hello\",\"protocol\":\"1.0\",\"name\":\"patient\",\"rungs\":[\"bass\"]}";
      case "speaks-python" -> "{'type': 'hello', 'protocol': '1.0', 'name': 'patient'}";
      case "speaks-lisp" -> "(hello (protocol \"1.0\") (name \"patient\"))";
      case "prints-prettily" ->
          "{\n  \"type\": \"hello\",\n  \"protocol\": \"1.0\",\n  \"name\": \"patient\"\n}";
      case "has-no-isolation" -> "{\"type\":\"hello\",\"protocol\":\"1.0\",\"name\":\"patient\"}";
      default ->
          "{\"type\":\"hello\",\"protocol\":\"1.0\",\"name\":\"patient\",\"isolation\":\"world\"}";
    };
  }

  private void answer(String id, String program) {
    if (!way.equals("leaks")) {
      world = new TinyLisp();
    }
    world.silence();
    @Nullable String message = null;
    Optional<String> value = Optional.empty();
    try {
      value = world.run(program);
    } catch (TinyError error) {
      message = error.getMessage();
    }
    if (message != null) {
      error(id, message);
    } else {
      completed(id, program, value);
    }
    earlier = id;
  }

  private void error(String id, String message) {
    String class_ = "\"status\":\"error\",\"class\":\"unbound\",\"message\":" + json(message);
    switch (way) {
      case "exits-0-after-an-error" -> System.exit(0);
      case "completes-after-an-error" ->
          result(id, "\"status\":\"completed\",\"values\":[\"#<error>\"],\"output\":\"\"");
      case "invents-a-class" -> result(id, class_.replace("\"unbound\"", "\"NameError\""));
      case "tells-no-class" -> result(id, class_.replace("\"class\":\"unbound\",", ""));
      default -> result(id, class_);
    }
  }

  private void completed(String id, String program, Optional<String> value) {
    String output = world.output();
    String values = value.map(v -> "\"values\":[" + json(v) + "],").orElse("");
    switch (way) {
      case "says-done" -> result(id, "\"status\":\"done\"," + values + "\"output\":\"\"");
      case "puts-the-value-into-output" ->
          result(id, "\"status\":\"completed\",\"output\":" + json(value.orElse("")));
      case "puts-the-value-on-stderr" -> {
        System.err.println(value.orElse(""));
        result(id, "\"status\":\"completed\",\"output\":\"\"");
      }
      case "forgets-the-value" -> result(id, "\"status\":\"completed\",\"output\":\"\"");
      case "always-says-42" ->
          result(id, "\"status\":\"completed\",\"values\":[\"42\"],\"output\":\"\"");
      case "puts-a-prompt-into-the-value" ->
          result(id, "\"status\":\"completed\",\"values\":[" + json("> " + value.orElse("")) + "]");
      case "displays" ->
          result(
              id,
              "\"status\":\"completed\","
                  + values.replace("\\\"", "")
                  + "\"output\":"
                  + json(output));
      case "loses-the-output" ->
          result(id, "\"status\":\"completed\"," + values + "\"output\":\"\"");
      case "prints-directly" -> {
        out.print(output);
        result(id, "\"status\":\"completed\"," + values + "\"output\":\"\"");
      }
      case "prints-lines-directly" -> {
        out.print("running " + program.length() + " characters\n");
        result(id, "\"status\":\"completed\"," + values + "\"output\":" + json(output));
      }
      default -> result(id, "\"status\":\"completed\"," + values + "\"output\":" + json(output));
    }
  }

  private void result(String id, String fields) {
    String sent =
        switch (way) {
          case "answers-with-its-own-id" -> "1";
          case "answers-one-late" -> earlier.isEmpty() ? id : earlier;
          default -> id;
        };
    String line = "{\"type\":\"result\",\"id\":" + json(sent) + "," + fields + "}";
    say(way.equals("answers-without-id") ? line.replace("\"id\":" + json(id) + ",", "") : line);
    if (way.equals("answers-twice")) {
      say(line);
    }
    if (way.equals("prompts-afterwards")) {
      out.print("> ");
      out.flush();
    }
  }

  private void say(String line) {
    switch (way) {
      case "says-nothing" -> {}
      case "does-not-flush" -> held.append(line).append('\n');
      case "ends-no-line" -> out.print(line);
      case "has-a-byte-order-mark" -> out.print("\ufeff" + line + "\n");
      case "has-a-prompt" -> out.print(line + "\n> ");
      default -> out.print(line + "\n");
    }
    out.flush();
  }

  private static String json(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
