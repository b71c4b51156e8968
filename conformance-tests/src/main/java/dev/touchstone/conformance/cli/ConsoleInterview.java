package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.init.Interview;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Asks in lines of text; an empty answer, or the end of the input, takes the default. */
final class ConsoleInterview implements Interview {
  private final BufferedReader in;
  private final PrintStream out;

  ConsoleInterview(Reader in, PrintStream out) {
    this.in = new BufferedReader(in);
    this.out = out;
  }

  /** Reads the standard input of this process. */
  static ConsoleInterview ofProcess(PrintStream out) {
    return new ConsoleInterview(new InputStreamReader(System.in, StandardCharsets.UTF_8), out);
  }

  @Override
  public String ask(Question question) {
    out.println(question.text());
    out.println("  " + question.why());
    while (true) {
      String choices =
          question.choices().isEmpty() ? "" : String.join(" | ", question.choices()) + " ";
      out.print("  " + choices + "[" + question.standard() + "] ");
      out.flush();
      String answer = read();
      if (answer.isEmpty()) {
        return question.standard();
      }
      if (question.choices().isEmpty() || question.choices().contains(answer)) {
        return answer;
      }
      out.println("  '" + answer + "' is none of these.");
    }
  }

  private String read() {
    try {
      String line = in.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
