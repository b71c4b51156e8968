package dev.touchstone.conformance.subject.session;

import dev.touchstone.conformance.subject.Outcome;

/** What a worker has to say when it was asked. */
sealed interface Answer {
  /** A reply. */
  record Given(Message.Reply reply) implements Answer {}

  /** None: what the process did instead, which cannot be used any more. */
  record Missing(Outcome outcome) implements Answer {}
}
