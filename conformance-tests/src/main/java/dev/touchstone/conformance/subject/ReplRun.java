package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.subject.process.ChildProcess;
import dev.touchstone.conformance.subject.process.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A program in an interactive session, and what its answers mean. */
record ReplRun(SubjectDescription description, ProgramText program, OutcomeReader reader) {
  /** Feeds preamble and program. */
  ReplSession.Result feed(ChildProcess child) throws InterruptedException {
    ReplSession session = new ReplSession(child, description.prompt(), description.errors());
    List<String> forms = new ArrayList<>();
    Preamble preamble = description.preamble();
    if (!program.importsForItself()) {
      forms.addAll(ProgramText.of(preamble.imports()).forms());
    }
    forms.addAll(ProgramText.of(preamble.text()).forms());
    if (program.isReadable()) {
      forms.addAll(program.forms());
      return session.run(forms);
    }
    session.run(forms);
    child.send(program.text() + "\n");
    child.closeInput();
    Ending ending = child.awaitUnless(() -> false);
    return new ReplSession.Result(ending, Optional.empty(), child.output().text());
  }

  /** What the session tells of the program. */
  OutcomeReader.Reading reading(ReplSession.Result result, Seen seen) {
    Optional<Outcome> stopped = reader.stopped(seen, false);
    Outcome outcome;
    if (stopped.isPresent()) {
      outcome = stopped.get();
    } else if (result.failed().isPresent()) {
      outcome = result.failed().get();
    } else if (result.ending() instanceof Ending.Finished) {
      Optional<String> value =
          program.lastExpression().isPresent()
              ? ReplSession.value(result.answer())
              : Optional.empty();
      outcome = new Outcome.Completed(value.stream().toList(), value.isPresent());
    } else {
      outcome = reader.unfinished(seen, result.answer(), "before the next prompt");
    }
    return new OutcomeReader.Reading(outcome, Optional.empty());
  }
}
