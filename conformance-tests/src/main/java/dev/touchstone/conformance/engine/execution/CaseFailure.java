package dev.touchstone.conformance.engine.execution;

import dev.touchstone.conformance.corpus.SourcePosition;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.verdict.Judgement;
import java.io.Serializable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.ValueWrapper;

/** Makes the error of a failed case; its stack points into the case's file. */
final class CaseFailure {
  private CaseFailure() {}

  /** A text as itself, where a plain string would be shown with its identity. */
  private record Text(String text) implements Serializable {
    @Override
    public String toString() {
      return text;
    }
  }

  static AssertionFailedError of(CaseResult result, String message) {
    Judgement judgement = result.judgement();
    AssertionFailedError error =
        judgement.expected().isEmpty()
            ? new AssertionFailedError(message)
            : new AssertionFailedError(
                message, wrap(judgement.expected()), wrap(judgement.actual()));
    result.cause().ifPresent(error::initCause);
    error.setStackTrace(new StackTraceElement[] {frame(result.testCase())});
    return error;
  }

  private static ValueWrapper wrap(String text) {
    return ValueWrapper.create(new Text(text), text);
  }

  private static StackTraceElement frame(TestCase testCase) {
    SourcePosition position = testCase.position();
    return new StackTraceElement(
        testCase.chapter(), testCase.slug(), position.file(), position.line());
  }
}
