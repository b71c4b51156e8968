package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.subject.process.Bytes;
import dev.touchstone.conformance.subject.process.ChildProcess;
import dev.touchstone.conformance.subject.process.Ending;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Feeds a program to an interactive process, form by form, each after a prompt. The value is the
 * last line written between the last form and the next prompt; what else is written there is not
 * told apart from output, which is therefore not reported.
 */
final class ReplSession {
  /** A prompt counts once nothing has followed it for so long: output may look like a prompt. */
  private static final Duration SETTLED = Duration.ofMillis(20);

  private final ChildProcess child;
  private final byte[] prompt;
  private final ErrorPatterns errors;

  ReplSession(ChildProcess child, String prompt, ErrorPatterns errors) {
    this.child = child;
    this.prompt = Bytes.utf8(prompt);
    this.errors = errors;
  }

  /**
   * How a session went.
   *
   * @param ending why it ended; {@link Ending.Finished} if every form was answered
   * @param failed the error that stopped it
   * @param answer what the last form was answered
   */
  record Result(Ending ending, Optional<Outcome.Failed> failed, String answer) {}

  /** Feeds the forms until one fails. A program that does not read is fed whole, to its end. */
  Result run(List<String> forms) throws InterruptedException {
    Ending ending = awaitPrompt(0);
    String answer = "";
    for (String form : forms) {
      if (!(ending instanceof Ending.Finished)) {
        break;
      }
      long before = child.output().total();
      child.send(form + "\n");
      ending = awaitPrompt(before);
      answer = since(before);
      Optional<Outcome.Failed> failed = errors.match(answer, child.errors().text());
      if (failed.isPresent()) {
        return new Result(ending, failed, answer);
      }
    }
    return new Result(ending, Optional.empty(), answer);
  }

  /** The value in an answer: its last line that is not blank. */
  static Optional<String> value(String answer) {
    return answer.lines().map(String::strip).filter(l -> !l.isEmpty()).reduce((a, b) -> b);
  }

  private Ending awaitPrompt(long before) throws InterruptedException {
    while (true) {
      Ending ending = child.awaitUnless(() -> prompted(before));
      long now = child.output().total();
      boolean more = child.pause(() -> child.output().total() > now, SETTLED);
      if (!more || !(ending instanceof Ending.Finished)) {
        return ending;
      }
    }
  }

  private boolean prompted(long before) {
    return child.output().total() >= before + prompt.length && child.output().endsWith(prompt);
  }

  private String since(long before) {
    byte[] all = child.output().head();
    int from = (int) Math.min(before, all.length);
    int to = child.output().endsWith(prompt) ? all.length - prompt.length : all.length;
    return Bytes.lenient(Arrays.copyOfRange(all, from, Math.max(from, to)));
  }
}
