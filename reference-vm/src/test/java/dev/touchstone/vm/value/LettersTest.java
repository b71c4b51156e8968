package dev.touchstone.vm.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LettersTest {
  /** All scalar values. */
  private static IntStream scalars() {
    return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
  }

  private static List<Integer> list(IntStream numbers) {
    return numbers.boxed().toList();
  }

  @Test
  void whiteSpaceIsTheListOfUnicode() {
    assertThat(list(scalars().filter(Letters::isWhiteSpace)))
        .containsExactly(
            9, 10, 11, 12, 13, 0x20, 0x85, 0xA0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004,
            0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000);
  }

  @Test
  void digitsComeInRunsFromZeroToNine() {
    List<Integer> digits = list(scalars().filter(Letters::isDigit));
    assertThat(digits).hasSizeGreaterThan(600);
    for (int i = 0; i < digits.size(); i++) {
      assertThat(Letters.digitValue(digits.get(i))).as("U+%X", digits.get(i)).isEqualTo(i % 10);
    }
  }

  @Test
  void whatIsNoDigitStandsForNothing() {
    assertThat(scalars().filter(c -> !Letters.isDigit(c)).map(Letters::digitValue).distinct())
        .containsExactly(-1);
  }

  @ParameterizedTest
  @CsvSource({
    "41, 61",
    "7A, 7A",
    "DF, DF",
    "1E9E, DF",
    "130, 130",
    "131, 131",
    "17F, 73",
    "212A, 6B",
    "3A3, 3C3",
    "3C2, 3C3",
    "B5, 3BC",
    "1C5, 1C6",
    "345, 3B9",
    "1FBE, 3B9",
    "1F88, 1F80",
    "1FD3, 390",
    "1FE3, 3B0",
    "FB05, FB06",
    "FB00, FB00",
    "13A0, 13A0",
    "13F8, 13F0",
    "AB70, 13A0",
    "10400, 10428",
    "2160, 2170",
    "1C90, 10D0",
    "30, 30"
  })
  void foldsOneCharacterToOne(String character, String folded) {
    assertThat(Integer.toHexString(Letters.fold(Integer.parseInt(character, 16))))
        .isEqualToIgnoringCase(folded);
  }

  @ParameterizedTest
  @CsvSource({
    "DF, 73 73",
    "1E9E, 73 73",
    "130, 69 307",
    "131, 131",
    "149, 2BC 6E",
    "1F0, 6A 30C",
    "390, 3B9 308 301",
    "1FB3, 3B1 3B9",
    "1FBC, 3B1 3B9",
    "1F80, 1F00 3B9",
    "FB03, 66 66 69",
    "FB05, 73 74",
    "587, 565 582",
    "3C2, 3C3",
    "1E9A, 61 2BE",
    "AB70, 13A0",
    "41, 61"
  })
  void foldsOneCharacterToSeveral(String character, String folded) {
    String text = Letters.fold(Character.toString(Integer.parseInt(character, 16)));
    assertThat(text.codePoints().mapToObj(Integer::toHexString).collect(Collectors.joining(" ")))
        .isEqualToIgnoringCase(folded);
  }

  @ParameterizedTest
  @CsvSource({
    "ΑΣ, ας",
    "ΑΣΑ, ασα",
    "Σ, σ",
    "ΣΣ, σς",
    "Α-Σ, α-σ",
    "ΑΣ-Α, ας-α",
    "ΑΣ1, ας1",
    "ΑΣ.Α, ασ.α",
    "ΑΣ., ας.",
    "ΑΣ’Α, ασ’α",
    "Α\u0301Σ\u0301, α\u0301ς\u0301",
    "\uD801\uDC00Σ, \uD801\uDC28ς",
    "Σ\uD801\uDC00Σ, σ\uD801\uDC28ς",
    "ǅΣ İΣ, ǆς i\u0307ς"
  })
  void aSigmaIsFinalWhereNoLetterFollows(String text, String lower) {
    assertThat(Letters.lower(text)).isEqualTo(lower);
  }

  @Test
  void bothFoldingsAgreeWhereTheFullOneIsOfOneCharacter() {
    scalars()
        .forEach(
            c -> {
              String full = Letters.fold(Character.toString(c));
              if (full.codePointCount(0, full.length()) == 1) {
                assertThat(full.codePointAt(0)).as("U+%X", c).isEqualTo(Letters.fold(c));
              }
            });
  }

  @Test
  void whatIsFoldedIsFoldedToItself() {
    scalars()
        .forEach(
            c -> {
              int folded = Letters.fold(c);
              assertThat(Letters.fold(folded)).as("U+%X", c).isEqualTo(folded);
              String full = Letters.fold(Character.toString(c));
              assertThat(Letters.fold(full)).as("U+%X", c).isEqualTo(full);
            });
  }

  @Test
  void theCasesOfACharacterFoldAlike() {
    scalars()
        .filter(c -> c != 0x130 && c != 0x131)
        .forEach(
            c -> {
              assertThat(Letters.fold(Character.toUpperCase(c)))
                  .as("U+%X", c)
                  .isEqualTo(Letters.fold(c));
              assertThat(Letters.fold(Character.toLowerCase(c)))
                  .as("U+%X", c)
                  .isEqualTo(Letters.fold(c));
            });
  }

  @Test
  void textsAreMappedInFull() {
    assertThat(Letters.upper("Straße ŉ ﬃ")).isEqualTo("STRASSE ʼN FFI");
    assertThat(Letters.lower("ΧΑΟΣ ΣΑΣ Σ İ")).isEqualTo("χαος σας σ i̇");
    assertThat(Letters.fold("ΧΑΟΣς")).isEqualTo("χαοσσ");
  }
}
