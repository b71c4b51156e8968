package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.engine.setup.Workshop;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, each with the terminal and the workshop. */
record CommandFactory(Terminal terminal, Workshop workshop) implements IFactory {
  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == RunCommand.class) {
      return type.cast(new RunCommand(terminal, workshop));
    }
    if (type == ListCommand.class) {
      return type.cast(new ListCommand(terminal, workshop));
    }
    if (type == LintCommand.class) {
      return type.cast(new LintCommand(terminal, workshop));
    }
    if (type == NewCaseCommand.class) {
      return type.cast(new NewCaseCommand(terminal, workshop));
    }
    if (type == ExportCommand.class) {
      return type.cast(new ExportCommand(terminal, workshop));
    }
    if (type == GateCommand.class) {
      return type.cast(new GateCommand(terminal, workshop));
    }
    if (type == MergeCommand.class) {
      return type.cast(new MergeCommand(terminal));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
