package dev.touchstone.vm.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.vm.machine.FileSystem;
import dev.touchstone.vm.machine.Grants;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.ByteSource;
import dev.touchstone.vm.value.Condition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program may touch, on both machines. */
class GrantsTest {
  private static final ReferenceVm MACHINE = ReferenceVm.create();
  private static final DefinitionalVm DEFINITIONAL = DefinitionalVm.create();

  @TempDir Path outside;
  private Path inside;
  private final StringBuilder output = new StringBuilder();

  @BeforeEach
  void layOut() throws IOException {
    inside = Files.createDirectory(outside.resolve("inside"));
    Files.writeString(outside.resolve("secret.txt"), "secret");
    Files.writeString(inside.resolve("open.txt"), "open");
    Files.createSymbolicLink(inside.resolve("link.txt"), outside.resolve("secret.txt"));
    Files.createSymbolicLink(inside.resolve("up"), outside);
    Files.createSymbolicLink(inside.resolve("dangling"), outside.resolve("made.txt"));
  }

  static Stream<Vm> machines() {
    return Stream.of(MACHINE, DEFINITIONAL);
  }

  private Completion run(Vm vm, String program, Grants grants) {
    JvmHost host = new JvmHost(output::append, () -> {}, grants);
    return vm.run(Source.of("test.scm", program), Limits.GENEROUS.withOutput(1_000_000), host);
  }

  private Grants withFiles() throws IOException {
    return Grants.none().withFiles(JvmFiles.within(inside));
  }

  private static ErrorClass errorOf(Completion completion) {
    return ((Condition) ((Completion.Raised) completion).payload()).errorClass();
  }

  private static String valueOf(Completion completion) {
    return WrittenForm.of(((Completion.Returned) completion).values().getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.txt",
        "../inside/open.txt",
        "./../secret.txt",
        "a/../../secret.txt",
        "link.txt",
        "up/secret.txt",
        "up/inside/open.txt",
        "dangling",
        "/etc/passwd",
        ""
      })
  void nothingLeadsOutOfTheDirectory(String path) throws IOException {
    FileSystem files = JvmFiles.within(inside);
    assertThatThrownBy(() -> files.openForReading(path)).hasMessageMatching(".*(granted|path).*");
    assertThatThrownBy(() -> files.openForWriting(path)).hasMessageMatching(".*(granted|path).*");
    assertThatThrownBy(() -> files.delete(path)).hasMessageMatching(".*(granted|path).*");
    assertThat(files.exists(path)).isFalse();
    assertThat(outside.resolve("made.txt")).doesNotExist();
    assertThat(outside.resolve("secret.txt")).hasContent("secret");
  }

  @Test
  void theOwnAbsolutePathIsNotGrantedEither() throws IOException {
    FileSystem files = JvmFiles.within(inside);
    String path = inside.resolve("open.txt").toString();
    assertThatThrownBy(() -> files.openForReading(path)).hasMessageContaining("granted");
  }

  @ParameterizedTest
  @MethodSource("machines")
  void filesInTheDirectoryAreReadAndWritten(Vm vm) throws IOException {
    String program =
        "(call-with-output-file \"new.txt\" (lambda (p) (write '(1 2) p)))"
            + "(list (call-with-input-file \"open.txt\" read)"
            + " (call-with-input-file \"new.txt\" read))";
    assertThat(valueOf(run(vm, program, withFiles()))).isEqualTo("(open (1 2))");
    assertThat(inside.resolve("new.txt")).hasContent("(1 2)");
  }

  @ParameterizedTest
  @MethodSource("machines")
  void whatAProgramLeavesOpenIsWrittenAllTheSame(Vm vm) throws IOException {
    run(vm, "(display \"left\" (open-output-file \"a.txt\"))", withFiles());
    assertThat(inside.resolve("a.txt")).hasContent("left");
    run(vm, "(display \"exit\" (open-output-file \"b.txt\")) (exit 3)", withFiles());
    assertThat(inside.resolve("b.txt")).hasContent("exit");
    run(vm, "(display \"error\" (open-output-file \"c.txt\")) (car '())", withFiles());
    assertThat(inside.resolve("c.txt")).hasContent("error");
  }

  @ParameterizedTest
  @MethodSource("machines")
  void nothingIsGrantedByDefault(Vm vm) {
    Grants none = Grants.none();
    assertThat(errorOf(run(vm, "(open-input-file \"/etc/passwd\")", none)))
        .isEqualTo(ErrorClass.FILE);
    assertThat(errorOf(run(vm, "(open-output-file \"x\")", none))).isEqualTo(ErrorClass.FILE);
    assertThat(errorOf(run(vm, "(delete-file \"x\")", none))).isEqualTo(ErrorClass.FILE);
    String program =
        "(list (file-exists? \"/etc/passwd\") (eof-object? (read-char))"
            + " (get-environment-variable \"PATH\") (get-environment-variables)"
            + " (command-line) (current-jiffy) (current-jiffy))";
    assertThat(valueOf(run(vm, program, none))).isEqualTo("(#f #t #f () (\"program\") 0 1000000)");
  }

  @ParameterizedTest
  @MethodSource("machines")
  void whatIsGrantedIsThere(Vm vm) {
    Grants some =
        Grants.none()
            .withInput(ByteSource.of("in put".getBytes(StandardCharsets.UTF_8)))
            .withEnvironment(Map.of("B", "2", "A", "1"))
            .withCommandLine(List.of("me", "x y"));
    String program =
        "(let* ((a (read)) (b (read-line))) (list a b (get-environment-variable \"A\")"
            + " (get-environment-variables) (command-line)))";
    assertThat(valueOf(run(vm, program, some)))
        .isEqualTo("(in \" put\" \"1\" ((\"A\" . \"1\") (\"B\" . \"2\")) (\"me\" \"x y\"))");
  }

  @ParameterizedTest
  @MethodSource("machines")
  void filesCountAgainstTheLimitOfOutput(Vm vm) throws IOException {
    String program =
        "(define p (open-output-file \"big.txt\"))"
            + "(define s (make-string 10000 #\\x))"
            + "(let loop () (write-string s p) (loop))";
    assertThat(run(vm, program, withFiles()))
        .isInstanceOfSatisfying(
            Completion.Exhausted.class, e -> assertThat(e.limit()).isEqualTo("output"));
    assertThat(Files.size(inside.resolve("big.txt"))).isLessThanOrEqualTo(1_000_000);
  }

  @ParameterizedTest
  @MethodSource("machines")
  void exitEndsTheRunAfterTheWinds(Vm vm) {
    String program =
        "(dynamic-wind (lambda () #f) (lambda () (exit 300)) (lambda () (display \"after\")))";
    assertThat(run(vm, program, Grants.none()))
        .isInstanceOfSatisfying(
            Completion.Exited.class, exited -> assertThat(exited.code()).isEqualTo(44));
    assertThat(output).hasToString("after");
  }

  /** Input without end and without line ends becomes an error, not a heap that is full. */
  @Test
  void aFloodOfInputIsAnError() {
    ByteSource flood =
        new ByteSource() {
          @Override
          public int read(byte[] into, int from, int count) {
            java.util.Arrays.fill(into, from, from + count, (byte) 'x');
            return count;
          }

          @Override
          public boolean ready() {
            return true;
          }

          @Override
          public void close() {}
        };
    Grants flooded = Grants.none().withInput(flood);
    assertThat(errorOf(run(MACHINE, "(read-line)", flooded))).isEqualTo(ErrorClass.LIMIT);
    assertThat(valueOf(run(MACHINE, "(string-length (read-string 100000))", flooded)))
        .isEqualTo("100000");
  }

  @Test
  void aPrivateDirectoryEndsWithItsRun() throws IOException {
    List<Path> before = directories();
    try (PrivateDirectory directory = PrivateDirectory.with(Map.of("deep/a.txt", "x"))) {
      Grants grants = Grants.none().withFiles(directory.files());
      String program = "(call-with-input-file \"deep/a.txt\" read-line)";
      assertThat(valueOf(run(MACHINE, program, grants))).isEqualTo("\"x\"");
      assertThat(directories()).hasSizeGreaterThan(before.size());
    }
    assertThat(directories()).containsExactlyInAnyOrderElementsOf(before);
  }

  private static List<Path> directories() throws IOException {
    List<Path> found = new ArrayList<>();
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (var paths = Files.newDirectoryStream(temporary, "touchstone-vm-*")) {
      paths.forEach(found::add);
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/x", "a/../x", "", "a//b", "."})
  void aPrivateDirectoryTakesNoFileThatLeadsOutside(String path) {
    assertThatThrownBy(() -> PrivateDirectory.with(Map.of(path, "x")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
