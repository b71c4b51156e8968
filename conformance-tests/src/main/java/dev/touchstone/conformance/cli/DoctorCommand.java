package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Problem;
import dev.touchstone.conformance.doctor.Diagnosis;
import dev.touchstone.conformance.doctor.Doctor;
import dev.touchstone.conformance.doctor.Mistake;
import dev.touchstone.conformance.engine.setup.Workshop;
import dev.touchstone.conformance.subject.SubjectDescription;
import dev.touchstone.conformance.subject.Subjects;
import dev.touchstone.conformance.subject.process.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says by name what is wrong with a subject. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Says by name what is wrong with the way in which a VM is connected, and the cure.",
      "",
      "It talks to the VM with a handful of the simplest programs ('ok, or 1 where there are no"
          + " symbols), looks at the raw bytes that come, then compares the claimed features with"
          + " their probes. It is the first thing to ask when a run shows many verdicts like crash,"
          + " timeout or protocol-error.",
      "",
      "Ends with 0 if nothing was found, 1 if something was, 2 if the subject file is broken."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./touchstone doctor my-vm            my-vm.yaml or my-vm/subject.yaml in this directory",
      "  ./touchstone doctor vms/my-vm.yaml   a subject file elsewhere",
      "  ./touchstone doctor guile            a subject that ships with Touchstone",
      "  ./touchstone doctor --list           every diagnosis, with its cure"
    })
final class DoctorCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Workshop workshop;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "The subject: its name, its file, or the directory of its file.")
  private @Nullable String name;

  @Option(names = "--list", description = "Only lists what it can find.")
  private boolean list;

  DoctorCommand(Terminal terminal, Workshop workshop) {
    this.terminal = terminal;
    this.workshop = workshop;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (list) {
      for (Mistake mistake : Mistake.values()) {
        terminal.out().println(mistake.id() + ": " + mistake.meaning() + ".");
        terminal.out().println("    cure: " + mistake.cure() + ".");
      }
      return ExitCode.OK;
    }
    if (name == null) {
      throw new CliException(
          ExitCode.WRONG_USE, "which subject? Give its name or its file, or --list.");
    }
    Language language = new Selection.Corpora().load(workshop, terminal).corpus().language();
    String subject = new SubjectName(terminal, workshop).resolve(name);
    String path = new SubjectName(terminal, workshop).path(subject);
    boolean shipped = path.equals(subject) && workshop.subjects().contains(path);
    Optional<Workspace> files = shipped ? Subjects.unpacked(path) : Optional.empty();
    try {
      SubjectDescription description =
          Subjects.describe(files.map(w -> w.directory().toString()).orElse(path), language);
      return report(subject, description, new Doctor(language).examine(description));
    } catch (CorpusException wrong) {
      wrong.problems().stream().map(Problem::toString).forEach(terminal.err()::println);
      throw new CliException(ExitCode.WRONG_USE, "the subject cannot be used.");
    } finally {
      files.ifPresent(Workspace::close);
    }
  }

  private int report(String subject, SubjectDescription description, List<Diagnosis> found) {
    String who = "%s (mode %s)".formatted(description.name(), description.mode().id());
    if (found.isEmpty()) {
      terminal.out().println("doctor: " + who + " is healthy");
      terminal.out().println("next: ./touchstone run --subject " + subject);
      return ExitCode.OK;
    }
    for (Diagnosis diagnosis : found) {
      Mistake mistake = diagnosis.mistake();
      terminal.out().println(mistake.id() + ": " + mistake.meaning() + ".");
      terminal.out().println("  seen: " + diagnosis.seen());
      terminal.out().println("  cure: " + mistake.cure() + ".");
      terminal.out().println();
    }
    int count = found.size();
    terminal
        .out()
        .println("doctor: %s: %s".formatted(who, count == 1 ? "1 finding" : count + " findings"));
    return ExitCode.FAILURES;
  }
}
