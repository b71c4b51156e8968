package dev.touchstone.vm.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Amounts, suggestions, layout, names of commands, and where the history is. */
class SmallPartsTest {
  @Test
  void amountsHaveThreeDigitsOrSo() {
    assertThat(Amounts.time(1_234_567)).isEqualTo("1.23 ms");
    assertThat(Amounts.time(12_345_678)).isEqualTo("12.3 ms");
    assertThat(Amounts.time(1_234_567_890L)).isEqualTo("1.23 s");
    assertThat(Amounts.memory(999)).isEqualTo("999 bytes");
    assertThat(Amounts.memory(1_500)).isEqualTo("1.50 kB");
    assertThat(Amounts.memory(123_456_789)).isEqualTo("123 MB");
    assertThat(Amounts.count(1_234_567)).isEqualTo("1,234,567");
  }

  @Test
  void whatIsMeantDiffersLittle() {
    List<String> known = List.of("car", "cdr", "vector-ref", "vector-set!", "trace");
    assertThat(Nearest.to("vectro-ref", known)).contains("vector-ref");
    assertThat(Nearest.to("trcae", known)).contains("trace");
    assertThat(Nearest.to("caar", known)).contains("car");
    assertThat(Nearest.to("string", known)).isEmpty();
    assertThat(Nearest.question(",", "trade", known)).isEqualTo(" Did you mean ,trace?");
    assertThat(Nearest.question("", "string", known)).isEmpty();
    assertThat(Nearest.distance("abc", "acb")).isEqualTo(1);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
  }

  @Test
  void aLongLineIsDividedWhereItsListsDoNotFit() {
    String text = "(define @f (lambda (x) (if (@pair? x) (@g (@car x) '\"a (b\") '#\\()))";
    assertThat(Layout.of(text, 100)).isEqualTo(text);
    assertThat(Layout.of(text, 45))
        .isEqualTo(
            """
            (define @f
              (lambda (x)
                (if (@pair? x)
                  (@g (@car x) '"a (b")
                  '#\\()))\
            """);
  }

  @Test
  void commandsMayBeShortened() {
    assertThat(Command.of("doc")).containsExactly(Command.DOC);
    assertThat(Command.of("q")).containsExactly(Command.QUIT);
    assertThat(Command.of("t")).containsExactly(Command.TRACE, Command.TIME);
    assertThat(Command.of("docs")).isEmpty();
  }

  @Test
  void theHistoryIsInTheDirectoryForState() {
    assertThat(StateFiles.history(Map.of("XDG_STATE_HOME", "/x", "HOME", "/home/me")))
        .isEqualTo(Path.of("/x/touchstone/history"));
    assertThat(StateFiles.history(Map.of("XDG_STATE_HOME", "relative", "HOME", "/home/me")))
        .isEqualTo(Path.of("/home/me/.local/state/touchstone/history"));
    assertThat(StateFiles.history(Map.of("HOME", "/home/me")))
        .isEqualTo(Path.of("/home/me/.local/state/touchstone/history"));
    assertThat(StateFiles.home(Map.of())).isEqualTo(Path.of(System.getProperty("user.home")));
  }

  @Test
  void theDirectoryOfTheHistoryIsItsOwnersAlone(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("touchstone/history");
    StateFiles.prepare(file);
    StateFiles.prepare(file);
    assertThat(file).isEmptyFile();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
  }
}
