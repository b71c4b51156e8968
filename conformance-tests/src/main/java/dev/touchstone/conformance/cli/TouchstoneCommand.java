package dev.touchstone.conformance.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand. */
@Command(
    name = "touchstone",
    description = {
      "Tests virtual machines for Lisp-family languages against a written spec.",
      "",
      "The main job: run the corpus of cases on an implementation and say which rules it breaks."
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    subcommands = {
      RunCommand.class,
      InitCommand.class,
      DoctorCommand.class,
      GateCommand.class,
      MergeCommand.class,
      ExplainCommand.class,
      ListCommand.class,
      NamesCommand.class,
      LintCommand.class,
      NewCaseCommand.class,
      ExportCommand.class,
      RenderCommand.class,
      TraceCommand.class,
      BenchCommand.class
    },
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./touchstone run                            the whole corpus on the reference VM",
      "  ./touchstone run --subject guile            on GNU Guile",
      "  ./touchstone run --subject my-vm.yaml       on your own VM, described by a file",
      "  ./touchstone init my-vm -- ./my-vm          brings your own VM under test",
      "  ./touchstone run --chapter tail-calls       one chapter",
      "  ./touchstone explain CASE --subject S       one case in full, with the program made small",
      "  ./touchstone vm run hello.scm               a program on the reference VM",
      "  ./touchstone dist                           an archive of all this that needs no Java",
      "",
      "Exit codes: 0 as expected, 1 failures, 2 wrong use or broken input, 3 nothing selected.",
      "'./touchstone COMMAND --help' explains a command."
    })
final class TouchstoneCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
    throw new ParameterException(
        commandLine,
        "a command is missing: " + String.join(", ", commandLine.getSubcommands().keySet()));
  }
}
