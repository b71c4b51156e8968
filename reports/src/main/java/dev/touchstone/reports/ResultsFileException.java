package dev.touchstone.reports;

import java.io.IOException;

/** A result file that cannot be used. The message is one sentence, for the user. */
public final class ResultsFileException extends IOException {
  private static final long serialVersionUID = 1L;

  ResultsFileException(String message) {
    super(message);
  }
}
