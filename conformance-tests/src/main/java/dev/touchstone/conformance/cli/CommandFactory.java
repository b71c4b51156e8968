package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.engine.setup.Workshop;
import java.util.Map;
import java.util.function.BiFunction;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, each with the terminal and the workshop. */
record CommandFactory(Terminal terminal, Workshop workshop) implements IFactory {
  private static final Map<Class<?>, BiFunction<Terminal, Workshop, Object>> COMMANDS =
      Map.ofEntries(
          Map.entry(RunCommand.class, RunCommand::new),
          Map.entry(GateCommand.class, GateCommand::new),
          Map.entry(MergeCommand.class, (t, w) -> new MergeCommand(t)),
          Map.entry(ExplainCommand.class, ExplainCommand::new),
          Map.entry(DoctorCommand.class, DoctorCommand::new),
          Map.entry(
              InitCommand.class,
              (t, w) -> new InitCommand(t, w, ConsoleInterview.ofProcess(t.out()))),
          Map.entry(TraceCommand.Diff.class, TraceCommand.Diff::new),
          Map.entry(ListCommand.class, ListCommand::new),
          Map.entry(NamesCommand.class, NamesCommand::new),
          Map.entry(LintCommand.class, LintCommand::new),
          Map.entry(NewCaseCommand.class, NewCaseCommand::new),
          Map.entry(ExportCommand.class, ExportCommand::new),
          Map.entry(
              BenchCommand.class, (t, _) -> new BenchCommand(t, BenchCommand::installedReference)),
          Map.entry(VersionText.class, (t, _) -> new VersionText(t)),
          Map.entry(RenderCommand.class, (t, w) -> new RenderCommand(t, w, System.in)));

  @Override
  public <K> K create(Class<K> type) throws Exception {
    BiFunction<Terminal, Workshop, Object> command = COMMANDS.get(type);
    return command == null
        ? CommandLine.defaultFactory().create(type)
        : type.cast(command.apply(terminal, workshop));
  }
}
