package dev.touchstone.conformance.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.subject.process.Bytes;
import dev.touchstone.conformance.subject.process.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedSubjectsTest {
  private static final String ROOT = "touchstone/subjects/";
  private static final Map<String, String> FILES =
      new TreeMap<>(
          Map.of(
              "subject.schema.json", "{}",
              "a/subject.yaml", "name: a",
              "a/lib/serve.sh", "#!/bin/sh\n",
              "ab/subject.yaml", "name: ab"));

  @TempDir private Path directory;

  private static Map<String, String> texts(Map<String, byte[]> files) {
    return files.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, file -> Bytes.lenient(file.getValue())));
  }

  @Test
  void theFilesOfAJarAreFound() throws IOException {
    Path jar = directory.resolve("shipped.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry("other/file"));
      out.putNextEntry(new JarEntry(ROOT));
      for (Map.Entry<String, String> entry : FILES.entrySet()) {
        out.putNextEntry(new JarEntry(ROOT + entry.getKey()));
        out.write(Bytes.utf8(entry.getValue()));
      }
    }
    URI landmark = URI.create("jar:" + jar.toUri() + "!/" + ROOT + "subject.schema.json");
    assertThat(texts(ShippedSubjects.files(landmark.toURL()))).isEqualTo(FILES);
  }

  @Test
  void theFilesOfADirectoryAreFound() throws IOException {
    for (Map.Entry<String, String> entry : FILES.entrySet()) {
      Path file = directory.resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, entry.getValue());
    }
    URI landmark = directory.resolve("subject.schema.json").toUri();
    assertThat(texts(ShippedSubjects.files(landmark.toURL()))).isEqualTo(FILES);
  }

  @Test
  void whatShipsIsNamedAndHasAFile() {
    assertThat(Subjects.SHIPPED).contains("guile", "reference").isSorted();
    for (String name : Subjects.SHIPPED) {
      assertThat(ShippedSubjects.files(name)).containsKey("subject.yaml");
    }
  }

  @Test
  void aScriptThatIsUnpackedCanBeExecuted() {
    try (Workspace workspace = Workspace.create()) {
      workspace.writeProgram("lib/serve.sh", Bytes.utf8("#!/bin/sh\n"));
      workspace.writeProgram("notes.txt", Bytes.utf8("# no script\n"));
      assertThat(workspace.directory().resolve("lib/serve.sh")).isExecutable();
      assertThat(Files.isExecutable(workspace.directory().resolve("notes.txt"))).isFalse();
    }
  }
}
