package dev.touchstone.vm.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalEncodingTest {
  @ParameterizedTest
  @CsvSource({
    "C, UTF-8",
    "POSIX, UTF-8",
    "de_DE, UTF-8",
    "C.UTF-8, UTF-8",
    "en_US.utf8, UTF-8",
    "C.ANSI_X3.4-1968, UTF-8",
    "C.US-ASCII, UTF-8",
    "de_DE.ISO-8859-1, ISO-8859-1",
    "de_DE.iso88591, ISO-8859-1",
    "de_DE.ISO-8859-15@euro, ISO-8859-15",
    "de_DE@euro, UTF-8",
    "ja_JP.eucJP, EUC-JP",
    "xx.nobody-knows-it, UTF-8",
    "xx., UTF-8",
    "xx.*, UTF-8",
  })
  void isThatWhichTheLocaleNames(String locale, String name) {
    assertThat(TerminalEncoding.of(Map.of("LC_ALL", locale)).name()).isEqualTo(name);
  }

  @Test
  void theFirstVariableWithAValueCounts() {
    assertThat(TerminalEncoding.of(Map.of()).name()).isEqualTo("UTF-8");
    assertThat(TerminalEncoding.of(Map.of("LANG", "de.ISO-8859-1")).name()).isEqualTo("ISO-8859-1");
    Map<String, String> three = Map.of("LC_ALL", "", "LC_CTYPE", "C", "LANG", "de_DE.ISO-8859-1");
    assertThat(TerminalEncoding.of(three).name()).isEqualTo("UTF-8");
    Map<String, String> all = Map.of("LC_ALL", "de.ISO-8859-1", "LC_CTYPE", "C.UTF-8");
    assertThat(TerminalEncoding.of(all).name()).isEqualTo("ISO-8859-1");
  }
}
