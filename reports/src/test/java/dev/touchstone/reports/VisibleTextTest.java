package dev.touchstone.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {
  @Test
  void leavesPlainTextAlone() {
    assertThat(VisibleText.of("a\tb\nλ 😀")).isEqualTo("a\tb\nλ 😀");
  }

  @Test
  void showsControlCharactersAsPictures() {
    assertThat(VisibleText.of("\u001b[31m\r\0\u007f")).isEqualTo("␛[31m␍␀␡");
  }

  @Test
  void namesWhatCannotBeSeenOrWritten() {
    assertThat(VisibleText.of("a\u202eb\ufffe\ud800c\u0085"))
        .isEqualTo("a⟨U+202E⟩b⟨U+FFFE⟩⟨U+D800⟩c⟨U+0085⟩");
  }

  @Test
  void keepsALineALine() {
    assertThat(VisibleText.line("a\nb\tc")).isEqualTo("a␊b␉c");
  }

  @Test
  void cutsBetweenCharactersAndSaysHowMuchIsMissing() {
    assertThat(VisibleText.cut("ab😀cd", 3)).isEqualTo("ab\n... (4 more characters)");
    assertThat(VisibleText.cut("abc", 3)).isEqualTo("abc");
  }
}
