package dev.touchstone.conformance.doctor;

import java.io.IOException;

/**
 * The hostile subject of the doctor's tests: {@code Patient MODE WAY [FILE]}. Each way is one
 * mistake; the way {@code healthy} is none.
 */
public final class Patient {
  private Patient() {}

  /** Runs in that mode and goes that way. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String way = arguments[1];
    switch (arguments[0]) {
      case "session" -> SessionPatient.serve(way);
      case "markers" -> PlainPatient.markers(way, arguments[2]);
      case "last-line" -> PlainPatient.lastLine(way, arguments[2]);
      case "repl" -> PlainPatient.repl(way);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }
}
