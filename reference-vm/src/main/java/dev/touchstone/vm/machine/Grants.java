package dev.touchstone.vm.machine;

import dev.touchstone.vm.value.ByteSource;
import dev.touchstone.vm.value.TextSink;
import java.util.List;
import java.util.Map;

/**
 * What a run may touch of the world outside (spec decision 015). Immutable as far as its parts are.
 *
 * @param input the octets of its standard input
 * @param errors where its standard error goes
 * @param files the files that it may touch
 * @param clock what tells it the time
 * @param environment the environment variables that it sees
 * @param commandLine its command line: its own name first
 */
public record Grants(
    ByteSource input,
    TextSink errors,
    FileSystem files,
    WallClock clock,
    Map<String, String> environment,
    List<String> commandLine) {
  private static final TextSink NOWHERE =
      new TextSink() {
        @Override
        public void write(String text) {}

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  /** Copies the collections. */
  public Grants {
    environment = Map.copyOf(environment);
    commandLine = List.copyOf(commandLine);
  }

  /**
   * Nothing: empty input, no files, no variables, a clock of its own, a command line without
   * arguments.
   */
  public static Grants none() {
    return new Grants(
        ByteSource.EMPTY,
        NOWHERE,
        FileSystem.NONE,
        WallClock.counting(),
        Map.of(),
        List.of("program"));
  }

  /** The same with that standard input. */
  public Grants withInput(ByteSource octets) {
    return new Grants(octets, errors, files, clock, environment, commandLine);
  }

  /** The same with that place for what is written to standard error. */
  public Grants withErrors(TextSink sink) {
    return new Grants(input, sink, files, clock, environment, commandLine);
  }

  /** The same with those files. */
  public Grants withFiles(FileSystem granted) {
    return new Grants(input, errors, granted, clock, environment, commandLine);
  }

  /** The same with that clock. */
  public Grants withClock(WallClock granted) {
    return new Grants(input, errors, files, granted, environment, commandLine);
  }

  /** The same with those environment variables. */
  public Grants withEnvironment(Map<String, String> variables) {
    return new Grants(input, errors, files, clock, variables, commandLine);
  }

  /** The same with that command line. */
  public Grants withCommandLine(List<String> words) {
    return new Grants(input, errors, files, clock, environment, words);
  }
}
