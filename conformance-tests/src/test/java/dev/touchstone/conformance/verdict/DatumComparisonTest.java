package dev.touchstone.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatumComparisonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "42                 ! 42                ! true",
        "42                 ! #x2a              ! true",
        "42                 ! 42.0              ! false",
        "100000000000000000000 ! 1e20           ! false",
        "1/2                ! 2/4               ! true",
        "0.0                ! -0.0              ! false",
        "+nan.0             ! -nan.0            ! true",
        "+nan.0             ! 1.0               ! false",
        "(1 +nan.0)         ! (1 +nan.0)        ! true",
        "+inf.0             ! +inf.0            ! true",
        "'x                 ! (quote x)         ! true",
        "(a . (b . (c)))    ! (a b c)           ! true",
        "(a b)              ! (a b c)           ! false",
        "(a . b)            ! (a b)             ! false",
        "|a|                ! a                 ! true",
        "a                  ! A                 ! false",
        "a                  ! \"a\"             ! false",
        "\"a\\x41;\"        ! \"aA\"            ! true",
        "#\\space           ! #\\x20            ! true",
        "#\\a               ! #\\A              ! false",
        "#t                 ! #true             ! true",
        "#t                 ! #f                ! false",
        "()                 ! #f                ! false",
        "#(1 (2))           ! #(1 (2))          ! true",
        "#(1 2)             ! (1 2)             ! false",
        "#(1 2)             ! #(1 2 3)          ! false",
        "#u8(1 2)           ! #u8(1 2)          ! true",
        "#u8(1 2)           ! #u8(1 3)          ! false",
        "#0=(1 . #0#)       ! #0=(1 . #0#)      ! true",
        "#0=(1 . #0#)       ! (1 . #0=(1 1 . #0#)) ! true",
        "#0=(1 . #0#)       ! (1 . #0=(1 2 . #0#)) ! false",
        "#0=(1 . #0#)       ! (1 1 1)           ! false",
        "#0=#(1 #0#)        ! #(1 #0=#(1 #0#))  ! true",
        "(#0=(1) #0#)       ! ((1) (1))         ! true",
        "1                  ! 1 2               ! false",
        "1                  ! (1                ! false",
        "(a)                ! #<procedure>      ! false",
      })
  void dataAreComparedAsData(String expected, String actual, boolean same) {
    assertThat(DatumComparison.same(expected, actual)).isEqualTo(same);
    assertThat(DatumComparison.same(actual, expected)).isEqualTo(same);
  }

  @Test
  void depthAndLengthCostNoJavaStack() {
    String deep = "(".repeat(300_000) + ")".repeat(300_000);
    assertThat(DatumComparison.same(deep, deep + " ")).isTrue();
    assertThat(DatumComparison.same("(" + "1 ".repeat(300_000) + ")", "(1)")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1.0000000000000002, 1, true",
    "1.0, 1.0000000000000002, 0, false",
    "1.0, 1.0000000000000004, 1, false",
    "1.0, 0.9999999999999999, 1, true",
    "0.0, -0.0, 1, true",
    "0.0, -0.0, 0, false",
    "-4.9e-324, 4.9e-324, 3, true",
    "-4.9e-324, 4.9e-324, 2, false",
    "+inf.0, +inf.0, 0, true",
    "+inf.0, 1.7976931348623157e308, 9, false",
    "+nan.0, +nan.0, 0, true",
    "+nan.0, 1.0, 9223372036854775807, false",
    "1.7976931348623157e308, -1.7976931348623157e308, 9, false",
    "1.0, 1, 5, false",
    "2, 2, 0, true",
    "1.0, abc, 5, false",
    "1.0+2.0i, 1.0+2.0000000000000004i, 1, true",
    "1.0+2.0i, 1.0+2.0000000000000004i, 0, false",
    "1.0+2.0i, 1.0000000000000004+2.0i, 1, false",
    "1+2i, 1+2i, 0, true",
    "1+2i, 1.0+2.0i, 9, false",
    "1.0+2.0i, 1.0, 9, false"
  })
  void nearCountsUnitsInTheLastPlace(String expected, String actual, long ulps, boolean near) {
    assertThat(DatumComparison.near(expected, actual, ulps)).isEqualTo(near);
  }
}
