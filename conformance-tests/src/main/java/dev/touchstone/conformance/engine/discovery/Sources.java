package dev.touchstone.conformance.engine.discovery;

import dev.touchstone.conformance.corpus.SourcePosition;
import dev.touchstone.conformance.engine.setup.LocatedCorpus;
import java.util.Optional;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.DirectorySource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/** Tells JUnit where a part of the corpus stands: a real file, else a class path resource. */
final class Sources {
  /** Where the jars of the corpus and the spec keep their files. */
  private static final String RESOURCES = "touchstone/";

  private final LocatedCorpus corpus;

  Sources(LocatedCorpus corpus) {
    this.corpus = corpus;
  }

  /** The file and line of a position. */
  TestSource line(SourcePosition position) {
    FilePosition line = FilePosition.from(position.line(), position.column());
    return corpus
        .path(position)
        .<TestSource>map(path -> FileSource.from(path.toFile(), line))
        .orElseGet(() -> ClasspathResourceSource.from(RESOURCES + position.file(), line));
  }

  /** The file of a position. */
  TestSource file(SourcePosition position) {
    return corpus
        .path(position)
        .<TestSource>map(path -> FileSource.from(path.toFile()))
        .orElseGet(() -> ClasspathResourceSource.from(RESOURCES + position.file()));
  }

  /** The directory of a position's file. */
  TestSource directory(SourcePosition position) {
    String file = position.file();
    String directory = file.substring(0, Math.max(0, file.lastIndexOf('/')));
    return corpus
        .path(position)
        .flatMap(path -> Optional.ofNullable(path.getParent()))
        .<TestSource>map(parent -> DirectorySource.from(parent.toFile()))
        .orElseGet(() -> ClasspathResourceSource.from(RESOURCES + directory));
  }
}
