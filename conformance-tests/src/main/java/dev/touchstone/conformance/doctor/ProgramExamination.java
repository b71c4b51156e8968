package dev.touchstone.conformance.doctor;

import dev.touchstone.conformance.subject.SubjectDescription;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the program that a command names is there and can be executed. */
final class ProgramExamination {
  private final SubjectDescription subject;
  private final String searchPath;

  ProgramExamination(SubjectDescription subject, String searchPath) {
    this.subject = subject;
    this.searchPath = searchPath;
  }

  Optional<Diagnosis> examine() {
    String declared = subject.command().getFirst();
    String program = declared.replace("{dir}", subject.directory().toString());
    Optional<Path> there = candidates(program).filter(Files::exists).findFirst();
    if (candidates(program).anyMatch(ProgramExamination::isProgram)) {
      return Optional.empty();
    }
    if (there.isPresent()) {
      String why =
          Files.isDirectory(there.get()) ? " is a directory" : " has no permission to be executed";
      return Optional.of(new Diagnosis(Mistake.NOT_EXECUTABLE, there.get() + why));
    }
    String where =
        program.contains("/")
            ? "there is no " + subject.directory().resolve(program).normalize()
            : "no directory of the PATH has " + program + ": " + searchPath;
    return Optional.of(new Diagnosis(Mistake.PROGRAM_NOT_FOUND, where));
  }

  private Stream<Path> candidates(String program) {
    return program.contains("/")
        ? Stream.of(subject.directory().resolve(program).normalize())
        : Stream.of(searchPath.split(File.pathSeparator, -1)).map(d -> Path.of(d).resolve(program));
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }
}
