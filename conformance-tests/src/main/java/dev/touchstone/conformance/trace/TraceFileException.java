package dev.touchstone.conformance.trace;

/** A file is no trace, or only a part of one; the message says where and why. */
public final class TraceFileException extends Exception {
  private static final long serialVersionUID = 1L;

  TraceFileException(String file, long line, String why) {
    super(file + ":" + line + ": " + why);
  }
}
